"""Checks posts with voicecheck on a Spark cluster: NDJSON in, one line of JSON out for each line.

    spark-submit voicecheck_job.py INPUT OUTPUT [--command "voicecheck"] [--config PACK] [--partitions N]

Each partition is piped through `voicecheck -f ndjson`, in order. Node and voicecheck must be on every worker (see docs/scale.md). The job
fails when voicecheck could not do its work (exit code 2); findings fail nothing.
"""

import argparse
import shlex
import sys

from pyspark.sql import SparkSession


def arguments(argv):
    parser = argparse.ArgumentParser(description="Checks posts with voicecheck on a Spark cluster.")
    parser.add_argument("input", help="a file or folder of NDJSON: a post on each line")
    parser.add_argument("output", help="a folder that is not there yet")
    parser.add_argument("--command", default="voicecheck", help="how workers start voicecheck (default: voicecheck)")
    parser.add_argument("--config", help="a pack: its path on the workers, or a built-in name")
    parser.add_argument("--partitions", type=int, help="into how many parts the input is cut (default: as Spark reads it)")
    return parser.parse_args(argv)


def command_of(args):
    """The command for one partition. Ids that posts don't have are made from line numbers, which count from each partition's first line."""
    command = [*shlex.split(args.command), "-f", "ndjson"]
    if args.config is not None:
        command += ["--config", args.config]
    return " ".join(shlex.quote(part) for part in command)


def main(argv):
    args = arguments(argv)
    spark = SparkSession.builder.appName("voicecheck").getOrCreate()
    try:
        lines = spark.sparkContext.textFile(args.input, minPartitions=args.partitions)
        # A blank line has no answer, so it is left out before, and lines stay in step.
        posts = lines.filter(lambda line: line.strip() != "")
        posts.pipe(command_of(args), checkCode=True).saveAsTextFile(args.output)
    finally:
        spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
