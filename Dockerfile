# The desk in one image: `serve` runs everything, `desk`, `bot` and `media` run one role each (compose.yaml).

FROM python:3.12-slim-bookworm AS packages

WORKDIR /srv/onlineloket
COPY requirements/runtime.txt requirements/
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml LICENSE ./
COPY server server
COPY bots bots
COPY web web
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation --no-index -e . \
    && .venv/bin/python -m compileall -q server bots


FROM python:3.12-slim-bookworm

RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin desk \
    && install --directory --owner desk --group desk --mode 0700 /data /data/keys /data/recordings /data/turn
COPY --from=packages /srv/onlineloket /srv/onlineloket

ENV PATH=/srv/onlineloket/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ONLINELOKET_DATA=/data \
    ONLINELOKET_HOST=0.0.0.0

USER 10001:10001
WORKDIR /data
VOLUME /data
# The desk, the demo municipality's page, and a media worker for each core, of which there may be 64.
EXPOSE 8080/tcp 8081/tcp 40000-40063/udp
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen('http://127.0.0.1:' + os.environ.get('ONLINELOKET_PORT', '8080') + '/healthz')"]
ENTRYPOINT ["onlineloket"]
CMD ["serve"]
