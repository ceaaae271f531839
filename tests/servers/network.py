"""A network namespace: a machine of its own, whose cable can be drawn (ip-netns(8); needs root)."""

import os
import subprocess

from tests.conftest import lacking
from tests.servers import program


class Apart:
    """Programs started `within` it see this machine at `outside`, and are seen at `inside`."""

    def __init__(self) -> None:
        if os.geteuid() != 0:
            lacking("root, for a network namespace")
        self._ip = program("ip")
        self._name = f"metaseoul{os.getpid()}"
        net = next(net for i in range(256) if f"{(net := self._net(i))}." not in self._addresses())
        self.outside, self.inside = f"{net}.1", f"{net}.2"
        self.within = [self._ip, "netns", "exec", self._name]
        self._cable = f"ms{os.getpid()}"
        try:
            self._do("netns", "add", self._name)
            self._do("link", "add", self._cable, "type", "veth", "peer", "name", "eth0", "netns", self._name)
        except subprocess.CalledProcessError as error:
            self.close()
            lacking(f"network namespaces ({error.stderr.decode(errors='replace').strip()})")
        self._do("address", "add", f"{self.outside}/24", "dev", self._cable)
        self._do("link", "set", self._cable, "up")
        for words in (("link", "set", "lo", "up"), ("link", "set", "eth0", "up")):
            self._do("-n", self._name, *words)
        self._do("-n", self._name, "address", "add", f"{self.inside}/24", "dev", "eth0")

    def reaches(self, port: int) -> bool:
        """A program within it gets through to this port of the machine."""
        line = [*self.within, "bash", "-c", f"exec 3<>/dev/tcp/{self.outside}/{port}"]
        return subprocess.run(line, check=False, capture_output=True, timeout=10).returncode == 0

    def cut(self) -> None:
        """The cable is drawn: nothing arrives any more, and nobody says so."""
        self._do("link", "set", self._cable, "down")

    def mend(self) -> None:
        """The cable is back."""
        self._do("link", "set", self._cable, "up")

    def close(self) -> None:
        subprocess.run([self._ip, "link", "delete", self._cable], check=False, capture_output=True)
        subprocess.run([self._ip, "netns", "delete", self._name], check=False, capture_output=True)

    def _net(self, index: int) -> str:
        return f"10.77.{(os.getpid() + index) % 256}"

    def _addresses(self) -> str:
        """What is in use already: a run that was killed leaves its network behind."""
        return subprocess.run([self._ip, "-4", "address"], check=True, capture_output=True, text=True).stdout

    def _do(self, *words: str) -> None:
        subprocess.run([self._ip, *words], check=True, capture_output=True)
