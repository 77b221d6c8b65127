#!/usr/bin/env bash
# Makes the command of this copy of the repository, if it is not there yet.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
  echo "::error title=Douane::Node.js 20.19 or later is needed. Put actions/setup-node before this step."
  exit 2
fi
if [ ! -f dist/cli.cjs ]; then npm ci --no-audit --no-fund; fi
