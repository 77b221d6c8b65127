#!/usr/bin/env bash
# One check, told as annotations in the log, as the job's summary and as files. It always ends with 0: the exit code of the
# check is an output, so that what it found can be uploaded before the job fails.
set -uo pipefail

douane="$(cd "$(dirname "$0")/../.." && pwd)/dist/cli.cjs"
reports="${RUNNER_TEMP:?}/douane"
rm -rf "$reports"
mkdir -p "$reports"

# Adds the lines of an input that are not empty, each after the flag if there is one.
args=()
add() {
  local flag="$1" line
  while IFS= read -r line; do
    line="${line%$'\r'}"
    if [ -n "${line//[[:space:]]/}" ]; then args+=("${flag:+$flag=}$line"); fi
  done <<< "$2"
}
add --registry "${INPUT_REGISTRY:-}"
add --rules "${INPUT_RULES:-}"
add --config "${INPUT_CONFIG:-}"
add --waivers "${INPUT_WAIVERS:-}"
add --baseline "${INPUT_BASELINE:-}"
add --fail-level "${INPUT_FAIL_LEVEL:-}"
add --as-of "${INPUT_AS_OF:-}"
add --audience "${INPUT_AUDIENCE:-}"
args+=(--)
add '' "${INPUT_FILES:-}"

problems="$reports/problems.txt"
node "$douane" check --second-opinion --format github \
  --output.json "$reports/douane.json" \
  --output.sarif "$reports/douane.sarif" \
  --output.html "$reports/douane.html" \
  --output.markdown "$reports/douane.md" \
  "${args[@]}" 2> "$problems"
code=$?
cat "$problems" >&2

case "$code" in
  0) result=pass ;;
  1) result=fail ;;
  *) result=unable ;;
esac

# A summary may have 1 MiB, and nothing of a longer one is shown.
{
  if [ -f "$reports/douane.md" ]; then
    if [ "$(wc -c < "$reports/douane.md")" -le 1000000 ]; then
      cat "$reports/douane.md"
    else
      head -c 1000000 "$reports/douane.md" | sed '$d'
      printf '\n</details>\n\nThe summary is longer than can be shown here: the reports have all of it.\n'
    fi
  fi
  if [ -s "$problems" ]; then
    printf '## It could not be told\n\n'
    head -c 20000 "$problems" | sed 's/^/    /'
    printf '\n'
  fi
} >> "${GITHUB_STEP_SUMMARY:?}"
if [ ! -s "$problems" ]; then rm "$problems"; fi

{
  echo "result=$result"
  echo "exit-code=$code"
  if [ -f "$reports/douane.json" ]; then echo "reports=$reports"; else echo 'reports='; fi
  if [ -f "$reports/douane.sarif" ]; then echo "sarif=$reports/douane.sarif"; else echo 'sarif='; fi
} >> "${GITHUB_OUTPUT:?}"
exit 0
