# Sourced by the other scripts: puts the Node that script/bootstrap chose first in the PATH and names Yarn.
toolchain="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.toolchain"
yarn_js="$toolchain/yarn/node_modules/@yarnpkg/cli-dist/bin/yarn.js"
node_modules="$toolchain/node/node_modules"
if [ -x "$node_modules/node/bin/node" ]; then
  export PATH="$node_modules/node/bin:$PATH"
  # Addons that have to be compiled find Node's headers here instead of downloading them.
  for headers in "$node_modules"/node-linux-* "$node_modules"/node/node_modules/node-linux-*; do
    [ -d "$headers/include" ] && export npm_config_nodedir="$headers"
  done
fi
