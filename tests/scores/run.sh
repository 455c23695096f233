#!/bin/sh
# Runs the scored commands. EPITOME_EVAL: the folder of score_summary.py and score_similar.py; PYTHON: the interpreter.
set -eu
: "${EPITOME_EVAL:?name the folder that holds score_summary.py}"
python=${PYTHON:-python3}
epitome=${EPITOME:-$(cd "$(dirname "$0")/../.." && pwd)/target/release/epitome}
cd "$EPITOME_EVAL"
"$python" score_summary.py --set cnndm --split dev --cmd "$epitome draft --json {}"
"$python" score_similar.py --set scu --cmd "$epitome support"
"$python" score_similar.py --set stsb,sick,news,mrpc --cmd "$epitome similar --json"
"$python" score_conflict.py --cmd "$epitome conflict --tsv"
# The cases of the extraction set, unpacked: EPITOME_CASES. Without them that part is left out.
if [ -n "${EPITOME_CASES:-}" ]; then
    cd ../extract
    "$python" score.py --cases "$EPITOME_CASES" --data aeb,fundus --form html,paste,column,pdf,epub,md --cmd "$epitome extract --json {}"
    "$python" seeds.py --cmd "$epitome extract --json {}"
fi
