#!/bin/bash
#SBATCH --job-name=export-letters
#SBATCH --cpus-per-task=1
#SBATCH --mem=512M
#SBATCH --requeue
#SBATCH --output=export-letters-%A_%a.log
#
# Exports records from many letters as a Slurm array job. See README.md.
#
#   sbatch --array=0-15 export-letters.sh letters.ndjson records 16
#
# The task with index 3 reads the fourth of 16 parts of the file, and writes records/part-00003.ndjson.

set -euo pipefail

letters=$1
records=$2
parts=$3

mkdir -p "$records"
part=$(printf 'part-%05d.ndjson' "$SLURM_ARRAY_TASK_ID")

# The file gets its name when it's complete. If the task is stopped, there's no such file, and the task can run again.
unfinished=$(mktemp "$records/.$part-XXXXXX")
trap 'rm -f "$unfinished"' EXIT

# Of whole lines; with one part of many, split reads no others.
split --number="l/$((SLURM_ARRAY_TASK_ID + 1))/$parts" "$letters" |
  imr-letters export --ndjson --jobs 1 > "$unfinished"
sync "$unfinished"
mv "$unfinished" "$records/$part"
