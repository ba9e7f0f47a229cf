# Set-up shared by scripts/demo and scripts/test; sourced by bash, not run.
# Each step looks first whether it is needed: when nothing is, all of it takes a few milliseconds.

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# quietly COMMAND… -> its output is shown only when it fails
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

# Debian packages -------------------------------------------------------------------------------

# needed PACKAGE -> whether what we use of it is missing
needed() {
    case $1 in
        chromium) ! [ -x /usr/bin/chromium ] ;;
        ejabberd) ! [ -x /usr/sbin/ejabberdctl ] || ! command -v erl >/dev/null ;;
        libatomic1) ! compgen -G '/usr/lib/*/libatomic.so.1' >/dev/null ;;
        libc6-dev) ! [ -e /usr/include/stdio.h ] ;;
        lua-unbound) ! compgen -G '/usr/lib/*/lua/5.4/lunbound.so' >/dev/null ;;
        nodejs) ! usable_node ;;
        prosody-modules) ! [ -d /usr/lib/prosody/modules/mod_privilege ] ;;
        python3-venv) ! usable_python >/dev/null ;;
        *) ! command -v "$1" >/dev/null ;;
    esac
}

# usable_python -> the first Python that is new enough and can make virtual environments
usable_python() {
    local python
    for python in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do
        if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
            2>/dev/null; then
            echo "$python"
            return
        fi
    done
    return 1
}

# usable_node -> whether there is a Node.js that is new enough for the widget's tools
usable_node() {
    command -v node >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'
}

# install_packages PACKAGE… -> installs those that are needed, and says so
install_packages() {
    local package missing=() others=()
    for package in "$@"; do
        needed "$package" || continue
        missing+=("$package")
        [ "$package" = python3-venv ] || others+=("$package")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    command -v apt-get >/dev/null || die "there is no apt here: please install Python 3.11 or" \
        "later with venv, and ${others[*]:-nothing else}, then run this again"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "please install as root, then run this again:" \
            "apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing Debian packages: ${missing[*]}"
    with_services_off apt_install "${missing[@]}" || die "apt could not install them"
    ! needed python3-venv || die "Debian's Python here is older than 3.11: please install a later one"
}

apt_install() {
    # The package lists may be missing or old: refresh them when the first try fails.
    apt_get install "$@" >/dev/null 2>&1 ||
        { quietly apt_get update && quietly apt_get install "$@"; }
}

apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get --yes --quiet --no-install-recommends "$@"
}

# with_services_off COMMAND… -> Debian starts the servers that it installs; we run our own, private
# ones. policy-rc.d is how Debian is told; one that is there already is respected.
with_services_off() {
    local policy=/usr/sbin/policy-rc.d status=0 service ours=() had=()
    for service in prosody ejabberd; do
        if needed "$service"; then ours+=("$service"); else had+=("$service"); fi
    done
    if [ -e "$policy" ]; then
        "$@" || status=$?
    else
        printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
        "${as_root[@]}" chmod 755 "$policy"
        "$@" || status=$?
        "${as_root[@]}" rm -f "$policy"
    fi
    for service in "${ours[@]}"; do
        if [ -d /run/systemd/system ] && ! needed "$service"; then
            "${as_root[@]}" systemctl --quiet disable "$service" || true
            say "Debian's own $service stays off; to use it: systemctl enable --now $service"
        fi
    done
    return "$status"
}

# The chat widget's tools -------------------------------------------------------------------------

# widget_tools -> widget/node_modules, just as the lock file says
widget_tools() {
    local stamp=widget/node_modules/.set-up wanted
    wanted="$(node --version) $(sha256sum <widget/package-lock.json)"
    if [ -f "$stamp" ] && [ "$(<"$stamp")" = "$wanted" ]; then
        return
    fi
    say "installing the tools of the chat widget"
    # COMPAT: npm 9, which Debian 12 has, cannot install a package with a link into itself, such as
    # converse.js 14.
    local npm=(npm) version
    version=$(npm --version)
    [ "${version%%.*}" -ge 10 ] || npm=(npx --yes npm@10)
    (cd widget && quietly "${npm[@]}" ci --no-progress) || die "npm could not install them"
    echo "$wanted" >"$stamp"
}

# The virtual environment ------------------------------------------------------------------------

# environment demo|test -> .venv with the package in it, for tests with the tools of developers too
environment() {
    local kind=$1 stamp=.venv/.set-up-for-$1 wanted
    wanted="$PWD $(sha256sum <pyproject.toml)"
    if [ -f "$stamp" ] && [ "$(<"$stamp")" = "$wanted" ] && [ -x .venv/bin/python ]; then
        return
    fi
    if ! .venv/bin/python -c '' 2>/dev/null; then
        say "making the virtual environment .venv"
        "$(usable_python)" -m venv .venv
    fi
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        .venv/bin/python -m ensurepip >/dev/null # some other tool had made it
    fi
    say "installing imref and what it needs into .venv"
    case $kind in
        demo) pip_install --editable . ;;
        test)
            pip_install 'pip>=25.1' # knows dependency groups
            pip_install --editable . --group dev
            echo "$wanted" >.venv/.set-up-for-demo
            ;;
    esac
    echo "$wanted" >"$stamp"
}

pip_install() {
    quietly .venv/bin/python -m pip install --disable-pip-version-check --no-input "$@" ||
        die "pip could not install: $*"
}
