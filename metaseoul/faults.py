"""A refusal as the client meets it: a stable code and the values its text needs."""


class Refusal(Exception):
    """The office, or this machine, did not do what was asked; nothing has changed."""

    def __init__(self, code: str, /, **values: str | int) -> None:
        super().__init__(code)
        self.code, self.values = code, values
