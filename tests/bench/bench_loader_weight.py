"""What a municipality's page pays for the button: the loader, as it goes over the wire. The budget is 3 KB."""

import http.client
from collections.abc import Iterator

from tests.bench.result import Result
from tests.support.desk import ServedDesk


def measure() -> Iterator[Result]:
    with ServedDesk() as desk:
        connection = http.client.HTTPConnection("127.0.0.1", desk.port)
        connection.request("GET", "/loader.js", headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.getheader("Content-Encoding") != "gzip":
            raise RuntimeError("the loader came uncompressed")
        yield Result(name="loader_weight", value=len(body), unit="B")
