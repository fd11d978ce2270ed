#!/usr/bin/env python3
"""Ringside beside other proxies: three nginx origins, each proxy in front of them, and wrk, in interleaved rounds.

Needs the Debian packages nginx-light, libnginx-mod-stream, haproxy and wrk; target/ringside (./mvnw package
-DskipTests); and for the Java ones ./mvnw -q -Privals. Everything listens on free ports of 127.0.0.1.
"""

import argparse
import re
import signal
import statistics
import sys
import time

import load
from targets import TARGETS, Missing, PROJECT, Stage, is_tcp, need


def main():
    options = parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        need("wrk", "wrk")
        with Stage(options.ringside, options.body) as stage:
            options.mode(stage, options)
    except Missing as missing:
        sys.exit(f"proxies.py: {missing}")


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--targets", default=",".join(TARGETS), help="some of %(default)s")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, each target once in each (%(default)s)")
    parser.add_argument("--seconds", type=int, default=5, help="of one target in one round (%(default)s)")
    parser.add_argument("--warm", type=int, default=10, help="seconds of load on each before the first (%(default)s)")
    parser.add_argument("--connections", type=int, default=32, help="of wrk (%(default)s)")
    parser.add_argument("--body", type=int, default=128, help="bytes of an answer's body (%(default)s)")
    parser.add_argument("--ringside", default=str(PROJECT / "target/ringside/bin/ringside"), help="its launcher")
    parser.add_argument("--idle", type=int, metavar="N", help="instead: N idle connections, and 300 requests/s beside")
    parser.add_argument("--soak", type=duration, metavar="10m", help="instead: a long run at --rate on each in turn")
    parser.add_argument("--rate", type=int, default=2000, help="requests a second of a soak (%(default)s)")
    options = parser.parse_args()
    options.targets = options.targets.split(",")
    strange = [t for t in options.targets if t not in TARGETS]
    if strange:
        parser.error(f"{', '.join(strange)}: the targets are {', '.join(TARGETS)}")
    options.mode = soak if options.soak else idle if options.idle else rounds
    return options


def duration(text):
    parts = re.fullmatch(r"(\d+)([smh])", text)
    if not parts:
        raise argparse.ArgumentTypeError(f"a duration is a number and s, m or h, not {text}")
    return int(parts[1]) * {"s": 1, "m": 60, "h": 3600}[parts[2]]


def rounds(stage, options):
    running = {target: stage.start(target) for target in options.targets}
    runs = {target: [] for target in options.targets}
    for target, to in running.items():
        load.drive(to.pid, to.port, options.connections, options.warm)
    for number in range(options.rounds):
        for target, to in running.items():
            runs[target].append(load.drive(to.pid, to.port, options.connections, options.seconds))
        print(f"round {number + 1} of {options.rounds}: "
              + ", ".join(f"{target} {done[-1].rate:.0f}/s" for target, done in runs.items()), file=sys.stderr)
    table(runs)


def table(runs):
    """Medians of the rounds; ratios are medians of each round's ratio to nginx, or to HAProxy for TCP relays."""
    print(f"{'target':12} {'requests/s':>10} {'ratio':>6} {'p50 µs':>7} {'p99 µs':>7} {'p99 ratio':>9} "
          f"{'errors':>6} {'cpu s/1000':>10}")
    for target, done in runs.items():
        beside = runs.get("haproxy-tcp" if is_tcp(target) else "nginx")
        print(f"{target:12} {median(done, 'rate'):10.0f} {ratio(done, beside, 'rate'):>6} {median(done, 'p50'):7.0f} "
              f"{median(done, 'p99'):7.0f} {ratio(done, beside, 'p99'):>9} {sum(run.errors for run in done):6} "
              f"{median(done, 'cpu_per_thousand'):10.4f}")


def median(done, figure):
    return statistics.median(getattr(run, figure) for run in done)


def ratio(done, beside, figure):
    if not beside:
        return "-"
    each = [getattr(run, figure) / getattr(other, figure) for run, other in zip(done, beside)]
    return f"{statistics.median(each):.2f}"


def idle(stage, options):
    """Memory with many connections that have carried a request and rest, and other requests beside them."""
    if 2 * options.idle + 1000 > stage.descriptors:
        raise Missing(f"{options.idle} connections need ulimit -n {2 * options.idle + 1000}, not {stage.descriptors}")
    print(f"{'target':12} {'idle':>6} {'MB before':>9} {'MB idle':>8} {'MB after':>8} {'p50 µs':>7} {'p99 µs':>7} "
          f"{'errors':>6} {'alive':>6}")
    for target in options.targets:
        to = stage.start(target)
        load.drive(to.pid, to.port, 30, options.warm, 300)
        before = load.memory(to.pid)
        resting = load.open_idle(to.port, options.idle)
        full = load.memory(to.pid)
        run = load.drive(to.pid, to.port, 30, options.seconds, 300)
        after = load.memory(to.pid)
        alive = sum(load.ask(connection) for connection in resting)
        for connection in resting:
            connection.close()
        print(f"{target:12} {options.idle:6} {before:9.0f} {full:8.0f} {after:8.0f} {run.p50:7} {run.p99:7} "
              f"{run.errors:6} {alive:6}", flush=True)


def soak(stage, options):
    """Memory, threads and descriptors in twenty steps of a long run."""
    step = max(1, options.soak // 20)
    for target in options.targets:
        to = stage.start(target)
        print(f"{target}\n{'s':>6} {'requests/s':>10} {'p99 µs':>7} {'errors':>6} {'MB':>6} {'threads':>7} "
              f"{'descriptors':>11}")
        began = time.monotonic()
        while time.monotonic() - began < options.soak:
            run = load.drive(to.pid, to.port, options.connections, step, options.rate)
            print(f"{time.monotonic() - began:6.0f} {run.rate:10.0f} {run.p99:7} {run.errors:6} "
                  f"{load.memory(to.pid):6.0f} {load.threads(to.pid):7} {load.descriptors(to.pid):11}", flush=True)


if __name__ == "__main__":
    main()
