#!/bin/sh
# What the tool does, shown on the two example sites. Run it with `make demo`.
set -eu
cd "$(dirname "$0")"

bold='' plain=''
[ -t 1 ] && [ -z "${NO_COLOR:-}" ] && bold=$(printf '\033[1m') plain=$(printf '\033[0m')
say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }

say '$ afr-content lint afr-site        (a healthy site)'
afr-content lint afr-site

say '$ afr-content lint broken-site     (one of each mistake)'
afr-content lint broken-site && status=0 || status=$?
say "exit code $status: 0 is clean, 1 has findings, 2 is wrong usage or an unreadable file"

say '$ afr-content outline afr-site/content/home        (what visitors see, in that order)'
afr-content outline afr-site/content/home

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R afr-site "$copy/"
say '$ afr-content fmt --diff           (what the formatter would change in a copy)'
(cd "$copy/afr-site" && afr-content fmt --diff)
(cd "$copy/afr-site" && afr-content fmt)
say '$ afr-content fmt --check          (and once more: nothing left to change)'
(cd "$copy/afr-site" && afr-content fmt --check)
