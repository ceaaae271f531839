"""The nginx of docs/nginx.conf, on ports of the test's own."""

import re
from collections.abc import Mapping
from pathlib import Path

from tests.servers import Server, program

CONFIGURATION = Path(__file__).parents[2] / "docs" / "nginx.conf"


def nginx(folder: Path, port: int, offices: Mapping[str, str]) -> Server:
    """Not started yet. `offices`: HOST:PORT of each node by its name; others of the page are left out."""
    text = CONFIGURATION.read_text(encoding="utf-8").replace("listen 8417;", f"listen 127.0.0.1:{port};")
    named = dict(re.findall(r"^ +(\w) (127\.0\.0\.1:\d+);", text, re.MULTILINE))
    for name, address in named.items():
        if name in offices:
            text = text.replace(address, offices[name])
        else:
            text = re.sub(rf".*{re.escape(address)}.*\n", "", text)
    temporary = "".join(
        f"    {kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = text.replace("http {\n", f"http {{\n{temporary}")
    text = f"daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\n" + text
    configuration = folder / "nginx.conf"
    configuration.write_text(text, encoding="utf-8")
    return Server([program("nginx"), "-p", str(folder), "-c", str(configuration)], port, folder / "nginx.out")
