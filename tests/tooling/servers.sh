#!/bin/sh
# Makes sure that the programs which the tests start are there: on Debian as root it installs what is
# missing, elsewhere it names it and fails. Never changes a machine that has everything.
set -eu

# Debian keeps PostgreSQL's own programs off PATH.
has() {
  command -v "$1" >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/"$1" >/dev/null 2>&1
}

missing=""
need() { # program, Debian package
  has "$1" || missing="$missing $2"
}
need redis-server redis-server
need initdb postgresql
need turnserver coturn
need rtpengine rtpengine-daemon
need pdftotext poppler-utils
need ffprobe ffmpeg
need nginx nginx
need setpriv util-linux
need ip iproute2
need strace strace
need faketime faketime
need janus janus
# Debian keeps this part of nginx in a package of its own.
nginx -V 2>&1 | grep -q -- '--with-stream ' || [ -e /usr/lib/nginx/modules/ngx_stream_module.so ] ||
  missing="$missing libnginx-mod-stream"
has chromium || has chromium-browser || has google-chrome || missing="$missing chromium"
has chromium-headless-shell || has chrome-headless-shell || missing="$missing chromium-headless-shell"
has firefox-esr || has firefox || missing="$missing firefox-esr"

[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing for the tests:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # The tests start private servers; the packages' own must not start, on a build machine they often cannot.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
  apt-get -qq update
  # shellcheck disable=SC2086 # a list of names
  apt-get -qq install -y --no-install-recommends $missing >/dev/null
  exit 0
fi

echo "The tests need programs that are not here. As Debian packages:$missing" >&2
exit 1
