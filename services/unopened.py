"""Why an office could not open: told to the operator with a stable code and what to do."""

from services.faults import Refusal

_WORDS = {
    "server.port-in-use": (
        "{port}번 포트를 이미 다른 프로그램이 쓰고 있습니다. 다른 포트를 주거나(--port 0) 그 프로그램을 끄세요.",
        "Port {port} is taken by another program. Give another (--port 0) or stop that program.",
    ),
    "server.no-address": (
        "{host} 주소에서 열 수 없습니다. --host 값을 확인하세요.",
        "Cannot listen on {host}. Check --host.",
    ),
    "data.unwritable": (
        "자료 폴더 {path}에 쓸 수 없습니다. 권한을 주거나 다른 폴더를 고르세요(--data).",
        "Cannot write to the data folder {path}. Give it permission or choose another (--data).",
    ),
    "store.damaged": (
        "데이터베이스 {path}가 손상되었습니다. 아무것도 바꾸지 않았습니다. 옆으로 옮기고 백업을 되돌리세요.",
        "The database {path} is damaged. Nothing was changed. Move it aside and restore a backup.",
    ),
    "keys.damaged": (
        "시의 서명 열쇠 {path}가 손상되었습니다. 아무것도 바꾸지 않았습니다. 백업에서 되돌리세요.",
        "The city's signing key {path} is damaged. Nothing was changed. Restore it from a backup.",
    ),
    "keys.lost": (
        "{path}는 시민의 자료를 봉한 열쇠가 아닙니다. 아무것도 바꾸지 않았습니다. 그때의 열쇠를 백업에서 되돌리세요.",
        "{path} is not the key that sealed the citizens' data. Nothing was changed. Restore that key from a backup.",
    ),
    "store.no-room": (
        "데이터베이스 {path}에 더 쓸 자리가 없습니다. 아무것도 바꾸지 않았습니다. 디스크를 비우고 다시 여세요.",
        "There is no room to write to the database {path}. Nothing was changed. Free some disk and open again.",
    ),
    "store.unreachable": (
        "{url} 데이터베이스 서버가 응답하지 않습니다. 서버와 주소(--database)를 확인하세요.",
        "The database server at {url} does not answer. Check the server and the address (--database).",
    ),
    "store.refused": (
        "데이터베이스 {url}가 이 사무소를 받아들이지 않습니다. 사용자, 비밀번호, 데이터베이스 이름을 확인하세요.",
        "The database {url} does not let this office in. Check user, password and the database's name.",
    ),
    "bus.away": (
        "{url}에서 응답이 없습니다. Redis가 켜져 있는지, 주소(--bus)가 맞는지 확인하세요.",
        "Nobody answers at {url}. Check that Redis runs there and that the address (--bus) is right.",
    ),
    "traces.missing": (
        "--traces 에는 추가 구성요소가 필요합니다: pip install 'metaseoul[traces]'",
        "--traces needs an extra: pip install 'metaseoul[traces]'",
    ),
    "store.newer": (
        "데이터베이스 {path}는 더 새로운 판이 만들었습니다. 프로그램을 새 판으로 올리세요.",
        "The database {path} was made by a newer release. Update the program.",
    ),
}


class StartFault(Refusal):
    """The office did not open, and nothing has changed. As text: what to do, in Korean and English."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, 503, **values)

    def __str__(self) -> str:
        korean, english = (words.format(**self.values) for words in _WORDS[self.code])
        return f"{korean}\n{english}\n({self.code})"


CODES = tuple(_WORDS)
