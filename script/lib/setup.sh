# Sourced by the commands of this folder: makes what they need, once, and says so only when it takes a while.
# Afterwards $PYTHON is the project's own Python.

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
VENV=${SCENEME_VENV:-$ROOT/.venv}
PYTHON=$VENV/bin/python
export PYTHONUNBUFFERED=1

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Runs a command as root where that needs no password; fails quietly where it does.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
    else return 1
    fi
}

# install_debian PACKAGE ...: only what is missing; fails where there is no apt or no right to use it.
install_debian() {
    command -v apt-get >/dev/null || return 1
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return 0
    say "Installing ${missing[*]} ..."
    # The list of packages may be missing or old on a fresh machine.
    as_root apt-get update -qq >/dev/null 2>&1 || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1
}

find_python() {
    local candidate
    for candidate in python3.11 python3; do
        if command -v "$candidate" >/dev/null &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

make_venv() {
    local base
    base=$(find_python) || { install_debian python3 && base=$(find_python); } ||
        fail "SceneMe needs Python 3.11. Install it (on Debian 12: apt-get install python3 python3-venv) and try again."
    [ -x "$PYTHON" ] && return
    # Debian ships Python without the part that makes environments.
    "$base" -c 'import ensurepip, venv' 2>/dev/null || install_debian python3-venv ||
        fail "Python's venv module is missing. Install it (apt-get install python3-venv) and try again."
    "$base" -m venv "$VENV"
}

# install_locked FILE: the exact versions of a lock file, checked by their hashes. Skipped when nothing changed.
install_locked() {
    local stamp
    stamp="$VENV/.$(basename "$1").sha256"
    [ "$(sha256sum <"$1")" = "$(cat "$stamp" 2>/dev/null)" ] && return
    say "Installing what SceneMe is made of (once, about a minute) ..."
    # The lock is complete, so nothing is resolved: what it does not name is not installed.
    "$PYTHON" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$1" ||
        fail "The packages could not be installed; the lines above say why."
    sha256sum <"$1" >"$stamp"
}

# The drawing library needs a few system libraries that slim machines lack.
need_system_libraries() {
    "$PYTHON" -c 'import skia' 2>/dev/null && return
    install_debian libegl1 libgl1 libgles2 libexpat1 libfontconfig1 || true
    "$PYTHON" -c 'import skia' 2>/dev/null ||
        fail "The drawing library cannot start. Install its system libraries: apt-get install libegl1 libgl1 libgles2 libexpat1 libfontconfig1"
}

# Sampled instruments make a better score than our own synthesizer; without them the film is made all the same.
want_instruments() {
    [ -n "${SCENEME_SOUNDFONT:-}" ] || ls /usr/share/sounds/sf[23]/*.sf[23] >/dev/null 2>&1 && return
    [ -e "$VENV/.no-instruments" ] && return
    install_debian musescore-general-soundfont-small || touch "$VENV/.no-instruments"
}

# Titles and captions are drawn in our own letters; other writings and emoji need the system's. Without them the studio
# works all the same, and says under a film which writings it could not draw.
install_fonts() {
    [ -e "$VENV/.no-fonts" ] && return
    local wanted=(fonts-noto-core fonts-noto-color-emoji)
    # One small face for Chinese, Japanese and Korean, unless the machine has the large ones.
    compgen -G "/usr/share/fonts/opentype/noto/NotoSansCJK*" >/dev/null || wanted+=(fonts-wqy-microhei)
    install_debian "${wanted[@]}" || touch "$VENV/.no-fonts"
}

set_up() {
    mkdir -p "$(dirname "$VENV")"
    # Two commands started at once set up one after the other.
    exec 9>"$VENV.lock"
    command -v flock >/dev/null && flock 9
    make_venv
    install_locked "$ROOT/${1:-requirements.lock}"
    need_system_libraries
    want_instruments
    install_fonts
    exec 9>&-
}
