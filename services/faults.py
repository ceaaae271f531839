"""A refusal: raised with a stable code, turned into a reply by one middleware, told in the citizen's language."""


class Refusal(Exception):
    """Something a citizen asked for is not done, and nothing has changed. Every code has a text in every language."""

    def __init__(self, code: str, status: int = 409, **values: str | int) -> None:
        super().__init__(code)
        self.code, self.status, self.values = code, status, values
