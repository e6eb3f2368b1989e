"""Trains on a JSON file of [text, intent], says `trained`, then answers each line with {"intent", "score"}."""

import json
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

with open(sys.argv[1], encoding="utf-8") as file:
    texts, intents = zip(*json.load(file))
words = TfidfVectorizer(token_pattern=r"\S+", ngram_range=(1, 2), sublinear_tf=True)
characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True)
model = make_pipeline(make_union(words, characters), LinearSVC(random_state=1))
model.fit(texts, intents)

sys.stdin.reconfigure(encoding="utf-8")
sys.stdin.readline()
print("trained", flush=True)
for line in sys.stdin:
    margins = sorted(zip(model.decision_function([line])[0], model.classes_), reverse=True)
    (best, intent), (second, _) = margins[:2]
    print(json.dumps({"intent": intent, "score": best - second}), flush=True)
