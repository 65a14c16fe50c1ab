#!/usr/bin/env bash
# Installs the programs that the live tests run, if they are missing: from Debian, PyPI, the Go module proxy and Maven Central.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
is_there() { command -v "$1" > /dev/null; }

install_packages() { # PROGRAM=PACKAGE..., a program may be a path
  local missing=() pair
  for pair in "$@"; do is_there "${pair%=*}" || [ -e "${pair%=*}" ] || missing+=("${pair#*=}"); done
  [ "${#missing[@]}" -gt 0 ] || return 0
  as_root apt-get update -q > /dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" > "$folder/apt.log" 2>&1 \
    || { cat "$folder/apt.log"; return 1; }
}
# On Ubuntu each kernel has its own package of perf; on Debian one package serves all kernels.
perf_package() { if grep -q '^ID=ubuntu' /etc/os-release; then echo "linux-tools-$(uname -r)"; else echo linux-perf; fi; }

install_python_tools() {
  ! { is_there locust && is_there py-spy; } || return 0
  local home=/usr/local/lib/perf-gate-live-tools
  as_root python3 -m venv "$home"
  as_root "$home/bin/pip" install -q --disable-pip-version-check locust==2.47.0 py-spy==0.4.3
  as_root ln -sf "$home/bin/locust" "$home/bin/py-spy" /usr/local/bin/
}
install_ghz() { # Without a version the module proxy gives 0.93.
  ! is_there ghz || return 0
  GOBIN=$folder go install github.com/bojand/ghz/cmd/ghz@v0.121.0 2> "$folder/go.log" || { cat "$folder/go.log"; return 1; }
  as_root install "$folder/ghz" /usr/local/bin/
}
install_async_profiler() {
  [ ! -e /usr/local/lib/libasyncProfiler.so ] || return 0
  local library
  case $(uname -m) in aarch64) library=linux-arm64/libasyncProfiler.so ;; *) library=linux-x64/libasyncProfiler.so ;; esac
  mvn -q -B dependency:copy -Dartifact=tools.profiler:async-profiler:4.1 -DoutputDirectory="$folder"
  (cd "$folder" && jar xf async-profiler-4.1.jar "$library")
  as_root install -m 644 "$folder/$library" /usr/local/lib/
}

install_packages python3=python3-venv go=golang-go javac=default-jdk-headless mvn=maven
jobs=()
for tools in python_tools ghz async_profiler; do
  "install_$tools" &
  jobs+=($!)
done
install_packages wrk=wrk hyperfine=hyperfine gcc=gcc g++=g++ /usr/include/benchmark/benchmark.h=libbenchmark-dev \
  gprof=binutils valgrind=valgrind "perf=$(perf_package)"
for job in "${jobs[@]}"; do wait "$job"; done
