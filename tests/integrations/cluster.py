"""A real Spark cluster on this machine, and a way to kill its workers in the middle of a run."""

import gc
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch


@contextmanager
def start_cluster(home: Path, java_options: str = "") -> Iterator[Any]:
    """Give a session on a master and two workers, each a JVM with Python processes of its own.

    They write into `home`, an empty folder.
    """
    import pyspark.sql

    for path in Path(pyspark.__file__).parent.iterdir():
        if path.name != "work":
            (home / path.name).symlink_to(path)
    places = {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    with patch.dict(os.environ, places):
        session = (
            pyspark.sql.SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.extraJavaOptions", java_options)
            .config("spark.executor.extraJavaOptions", java_options)
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate()
        )
    session.sparkContext.setLogLevel("OFF")
    try:
        yield session
    finally:
        session.stop()
        gc.collect()  # Spark leaves its sockets to it


def has_java() -> bool:
    """Tell whether Spark can be started."""
    return bool(shutil.which("java") or os.environ.get("JAVA_HOME"))


def make_killer(victim: str, killed: Path, at: int) -> Callable[[Iterable[Any]], Iterable[Any]]:
    """Return a step for `mapInArrow` that passes batches on and kills whoever receives them.

    It does so once in a run, in the first task that comes to its batch `at`: with SIGKILL the
    Python processes that work beside its own (`victim` "python"), or their JVM ("executor"). It
    leaves their ids in the file `killed`. Finds processes in /proc.
    """
    where = str(killed)

    def kill_once(batches: Iterable[Any]) -> Iterable[Any]:
        def find_parent(pid: int) -> int:
            with suppress(OSError):  # others end while they are listed
                stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
                return int(stat.rpartition(")")[2].split()[1])
            return 0

        for number, batch in enumerate(batches):
            if number == at:
                daemon = os.getppid()
                others = (int(path.name) for path in Path("/proc").glob("[0-9]*"))
                workers = [p for p in others if p != os.getpid() and find_parent(p) == daemon]
                victims = workers if victim == "python" else [find_parent(daemon)]
                with suppress(FileExistsError), Path(where).open("x", encoding="ascii") as file:
                    file.write(" ".join(map(str, victims)))
                    file.flush()
                    for pid in victims:
                        os.kill(pid, signal.SIGKILL)
            yield batch

    return kill_once
