"""The programs that are measured, and the origins behind them: how each is started on free ports of loopback."""

import os
import re
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
RIVALS = PROJECT / "target" / "rivals"
ORIGINS = 3
MANY = 1_000_000_000

NGINX = """
daemon off; master_process off; worker_processes 1; pid {folder}/{name}.pid; error_log {folder}/{name}.log;
{modules}
events {{ worker_connections {connections}; }}
{body}
"""

HTTP = """
http {{
  access_log off; keepalive_timeout 1h; keepalive_requests {many};
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {inside}
}}
"""

ORIGIN = """
server {{ listen 127.0.0.1:{port}; location / {{ default_type text/plain; return 200 "{text}"; }} }}
"""

PROXY = """
upstream pool {{ {servers} keepalive 64; keepalive_requests {many}; keepalive_timeout 1h; }}
server {{
  listen 127.0.0.1:{port};
  location / {{
    proxy_pass http://pool; proxy_http_version 1.1; proxy_set_header Connection "";
    proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  }}
}}
"""

STREAM = """
stream {{ upstream pool {{ {servers} }} server {{ listen 127.0.0.1:{port}; proxy_pass pool; }} }}
"""

HAPROXY = """
global
  nbthread 1
  maxconn {connections}
defaults
  mode {mode}
  timeout connect 5s
  timeout client 1h
  timeout server 1h
  {options}
listen bench
  bind 127.0.0.1:{port}
  balance roundrobin
  {servers}
"""

SCENARIO = """
pool:
  policy: {{id: textbook/round-robin}}
  servers:
{servers}
layer: {layer}
"""


@dataclass(frozen=True)
class Running:
    """A started program and where it listens."""

    process: subprocess.Popen
    port: int

    @property
    def pid(self):
        return self.process.pid


class Missing(Exception):
    """A program that is needed is not here; its text says what to do."""


class Stage:
    """Starts programs in a folder of their own, and ends all of them, each by its own pid."""

    def __init__(self, launcher, body):
        self.launcher = launcher
        self.folder = Path(tempfile.mkdtemp(prefix="ringside-bench-"))
        self.started = []
        self.origins = []
        self.descriptors = raise_descriptors()
        for i in range(ORIGINS):
            port = free_port()
            self.nginx(f"origin{i}", HTTP, ORIGIN.format(port=port, text="x" * body), port)
            self.origins.append(port)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in reversed(self.started):
            process.terminate()
        for process in reversed(self.started):
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, target):
        """Starts one of TARGETS and waits until it accepts."""
        return TARGETS[target](self)

    def run(self, name, command, port, environment=None):
        with open(self.folder / f"{name}.out", "wb") as out:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment)
        self.started.append(process)
        deadline = time.monotonic() + 30
        while not accepts(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{name} does not accept:\n{(self.folder / f'{name}.out').read_text()}")
            time.sleep(0.05)
        return Running(process, port)

    def nginx(self, name, frame, inside, port, modules=""):
        program = need("nginx", "nginx-light")
        body = frame.format(folder=self.folder, many=MANY, inside=inside)
        file = self.write(f"{name}.conf", NGINX.format(
            folder=self.folder, name=name, modules=modules, body=body, connections=self.descriptors - 100))
        log = self.folder / f"{name}.log"
        return self.run(name, [program, "-p", str(self.folder), "-e", str(log), "-c", str(file)], port)

    def write(self, name, text):
        file = self.folder / name
        file.write_text(text)
        return file

    def servers(self, form):
        return "\n".join(form.format(n=n, port=port) for n, port in enumerate(self.origins))


def nginx_http(stage):
    port = free_port()
    servers = stage.servers("server 127.0.0.1:{port};")
    return stage.nginx("nginx", HTTP, PROXY.format(port=port, servers=servers, many=MANY), port)


def nginx_stream(stage):
    module = Path("/usr/lib/nginx/modules/ngx_stream_module.so")
    if not module.exists():
        raise Missing(f"{module} is not here: install libnginx-mod-stream, or leave nginx-tcp out of --targets")
    port = free_port()
    servers = stage.servers("server 127.0.0.1:{port};")
    body = STREAM.format(port=port, servers=servers)
    return stage.nginx("nginx-tcp", "{inside}", body, port, f"load_module {module};")


def haproxy(mode, options):
    def start(stage):
        program = need("haproxy", "haproxy")
        port = free_port()
        servers = stage.servers("  server s{n} 127.0.0.1:{port}")
        most = (stage.descriptors - 100) // 2
        text = HAPROXY.format(mode=mode, options=options, port=port, servers=servers, connections=most)
        file = stage.write(f"haproxy-{mode}.cfg", text)
        return stage.run(f"haproxy-{mode}", [program, "-db", "-f", str(file)], port)

    return start


def ringside(layer, name, option):
    def start(stage):
        if not Path(stage.launcher).exists():
            raise Missing(
                f"{stage.launcher} is not here: run ./mvnw package -DskipTests, or name another with --ringside")
        port = free_port()
        servers = stage.servers("    - {{name: S{n}, address: 127.0.0.1:{port}}}")
        file = stage.write(f"{name}.yaml", SCENARIO.format(servers=servers, layer=layer))
        return stage.run(name, [stage.launcher, "serve", str(file), option, str(port)], port)

    return start


def rival(main):
    """One of the small Java proxies beside this file, which ./mvnw -q -Privals compiles."""

    def start(stage):
        path = RIVALS / "class-path"
        if not (RIVALS / f"{main}.class").exists():
            raise Missing(f"{main} is not compiled: run ./mvnw -q -Privals")
        port = free_port()
        java = Path((RIVALS / "jdk").read_text().strip()) / "bin" / "java"
        classes = f"{RIVALS}{os.pathsep}{path.read_text().strip()}"
        origins = [str(origin) for origin in stage.origins]
        return stage.run(main, [str(java), "-cp", classes, main, str(port), *origins], port)

    return start


TARGETS = {
    "nginx": nginx_http,
    "haproxy": haproxy("http", "option forwardfor"),
    "undertow": rival("UndertowProxy"),
    "vertx": rival("VertxProxy"),
    "netty": rival("NettyProxy"),
    "ringside": ringside("http", "ringside", "--port"),
    "nginx-tcp": nginx_stream,
    "haproxy-tcp": haproxy("tcp", ""),
    "ringside-tcp": ringside("tcp", "ringside-tcp", "--tcp-port"),
}


def need(program, package):
    found = shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if not found:
        raise Missing(f"{program} is not here: install the package {package} (Debian), or leave it out of --targets")
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def accepts(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def raise_descriptors():
    """Lets this process and those it starts have as many descriptors as they may, 20 000 at most: how many."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 20_000 if most == resource.RLIM_INFINITY else min(most, 20_000)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    return wanted


def is_tcp(target):
    return bool(re.search("-tcp$", target))
