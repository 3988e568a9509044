"""Splink's side of the comparison, alone in its process; prints one line of JSON.

python job.py RECORDS.parquet COMPARISON.json [--tuned] [--trained MODEL.json] [--pairs PAIRS.parquet]
"""
import argparse
import json
import resource
import sys
import time

import duckdb
import splink
from splink import DuckDBAPI, Linker

from tuned import HoistingAPI, tuned_columns, tuned_settings

arguments = argparse.ArgumentParser()
arguments.add_argument("records")
arguments.add_argument("comparison")
arguments.add_argument("--tuned", action="store_true")
arguments.add_argument("--trained")
arguments.add_argument("--pairs")
given = arguments.parse_args()

with open(given.comparison, encoding="utf-8") as file:
    by = json.load(file)
training = by["training"]
phases = []


def timed(phase, does):
    processor, began = time.process_time(), time.perf_counter()
    value = does()
    # the system says kilobytes, but for macOS, which says bytes
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    phases.append(
        {
            "phase": phase,
            "seconds": time.perf_counter() - began,
            "processorSeconds": time.process_time() - processor,
            "peakMb": peak,
        }
    )
    return value


def load():
    connection = duckdb.connect()
    columns = tuned_columns if given.tuned else "*"
    connection.execute(f"create table records as select {columns} from read_parquet(?)", [given.records])
    api = (HoistingAPI if given.tuned else DuckDBAPI)(connection)
    settings = tuned_settings(by["settings"]) if given.tuned else by["settings"]
    return Linker(api.register("records"), settings, log_level=None)


def em():
    for rule in training["trainingRules"]:
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, estimate_without_term_frequencies=True
        )


def clustered(pairs):
    return linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=by["joinFromProbability"]
    )


linker = timed("load", load)
timed(
    "lambda",
    lambda: linker.training.estimate_probability_two_random_records_match(
        training["priorRules"], recall=training["recall"]
    ),
)
timed("u", lambda: linker.training.estimate_u_using_random_sampling(max_pairs=training["randomPairs"]))
timed("EM", em)
scored = timed("score", lambda: linker.inference.predict(threshold_match_weight=by["keepFromWeight"]))
clusters = timed("cluster", lambda: clustered(scored))

if given.trained:
    linker.misc.save_model_to_json(given.trained, overwrite=True)
if given.pairs:
    connection = linker._db_api._con
    connection.execute(f"copy (select * from {scored.physical_name}) to '{given.pairs}' (format parquet)")


def count(what, frame):
    return linker._db_api._con.execute(f"select count({what}) from {frame.physical_name}").fetchone()[0]


print(
    json.dumps(
        {
            "phases": phases,
            "counts": {"kept": count("*", scored)},
            "clusters": count("distinct cluster_id", clusters),
            "versions": {"splink": splink.__version__, "duckdb": duckdb.__version__},
        }
    )
)
