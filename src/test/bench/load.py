"""Load by wrk, and what a process has used so far, from /proc."""

import os
import re
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
REPORT = Path(__file__).with_name("report.lua")


@dataclass(frozen=True)
class Run:
    """What one run of wrk saw: times in microseconds, processor time in seconds of the process that was asked."""

    requests: int
    seconds: float
    p50: int
    p99: int
    errors: int
    cpu: float

    @property
    def rate(self):
        return self.requests / self.seconds

    @property
    def cpu_per_thousand(self):
        return self.cpu * 1000 / max(1, self.requests)


def drive(pid, port, connections, seconds, rate=None):
    """Runs wrk for some seconds: as fast as it goes, or at about this many requests a second."""
    environment = dict(os.environ)
    environment.pop("PAUSE_MILLIS", None)
    if rate:
        environment["PAUSE_MILLIS"] = str(max(1, round(1000 * connections / rate)))
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "5s", "--latency",
               "-s", str(REPORT), f"http://127.0.0.1:{port}/"]
    before = cpu(pid)
    told = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=seconds + 60)
    used = cpu(pid) - before
    figures = re.search(r"^figures (\d+) (\d+) (\d+) (\d+) (\d+)$", told.stdout, re.M)
    if not figures:
        raise RuntimeError(f"wrk told nothing: {told.stdout}{told.stderr}")
    requests, micros, p50, p99, errors = map(int, figures.groups())
    return Run(requests, micros / 1e6, p50, p99, errors, used)


def cpu(pid):
    """Seconds that a process has spent so far, in user and kernel."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid):
    """Resident megabytes of a process."""
    return int(status(pid, "VmRSS")) / 1024


def threads(pid):
    return int(status(pid, "Threads"))


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def status(pid, name):
    return re.search(rf"^{name}:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(), re.M).group(1)


def ask(connection):
    """One request over an open connection: whether its answer is 200."""
    connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    answer = b""
    while b"\r\n\r\n" not in answer:
        more = connection.recv(4096)
        if not more:
            return False
        answer += more
    head, _, body = answer.partition(b"\r\n\r\n")
    left = int(re.search(rb"(?i)\ncontent-length: *(\d+)", head).group(1)) - len(body)
    while left > 0:
        left -= len(connection.recv(left)) or left + 1
    return left == 0 and head.startswith(b"HTTP/1.1 200 ")


def open_idle(port, count):
    """Opens connections that have each carried one request."""
    opened = []
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", port), 10)
        if not ask(connection):
            raise RuntimeError(f"connection {len(opened) + 1} got no answer")
        opened.append(connection)
    return opened
