"""Gives the program a deck, learner names, a log and a device file that an attacker wrote: nothing may reach a terminal
as a control, nothing is written outside of the learner's folder, no file is followed, nothing runs in a spreadsheet.

usage: attacker.py BINARY
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from program import Learner, script

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufff9-\ufffb]")
EVIL = "\x1b]0;owned\x07\x1b[2J\u202etxt\u2066\u2028"
HIDDEN = "\u202etxt\u2066\u2028"
SQL = "'; DROP TABLE event; --"
DECK = f"""---
deck: =cmd|' /C calc'!A0{HIDDEN}
source: ../secret.txt
---

# {SQL} <script>alert(1)</script>{HIDDEN}

Q: {SQL}{HIDDEN} what? ^7k3m9q2a5x
A: @SUM(1){HIDDEN}
> ../../../etc/passwd $(touch owned) `touch owned`
"""


def main():
    binary = os.path.realpath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="wengu-attack-")
    faults = []

    def check(holds, text):
        if not holds:
            faults.append(text)

    try:
        home = os.path.join(folder, "home")
        learner = Learner(binary, home)
        with open(os.path.join(folder, "secret.txt"), "w") as file:
            file.write("the secret")
        with open(learner.deck, "w") as file:
            file.write(DECK)
        outside = set(os.listdir(folder))
        escapes = os.path.join(home, "escapes.md")
        with open(escapes, "w") as file:
            file.write(DECK + "\nQ: a" + EVIL + "\nA: b\n")
        refused = subprocess.run([binary, "lint", escapes], env=learner.environment(), capture_output=True, text=True)
        check(not CONTROLS.search(refused.stdout + refused.stderr), "the refusal of a deck with escapes shows one")

        environment = learner.environment()
        linear = subprocess.run(
            learner.arguments("quiz", learner.deck, "--linear"), input="@SUM(1)\n3\nq\n", env=environment,
            capture_output=True, text=True)
        read = learner.run("read", learner.deck)
        preview = learner.run("preview", learner.deck)
        lint = subprocess.run([binary, "lint", learner.deck], env=environment, capture_output=True, text=True)
        for name, ended in (("quiz --linear", linear), ("read", read), ("lint", lint), ("stats", learner.run("stats"))):
            shown = ended.stdout + ended.stderr
            check(ended.returncode in (0, 1, 2, 3), f"{name} ended with {ended.returncode}")
            check(not CONTROLS.search(shown), f"{name} shows {CONTROLS.search(shown) and CONTROLS.search(shown)[0]!r}")
            check("the secret" not in shown, f"{name} followed the essay's path")
        check("<script>alert" not in preview.stdout, "preview lets markup through")

        ended = subprocess.run(learner.quiz(), input=script(1), env=environment, capture_output=True, text=True)
        for line in ended.stdout.splitlines():
            json.loads(line)
        csv = learner.run("export", "cards").stdout
        check(not re.search(r'(^|,)"?[=+@]', csv, re.M), "a cell begins like a formula")
        check(learner.run("doctor").returncode == 0, "the learner file is not sound")

        for name in ("../x", "/etc/x", "a/b", ".hidden", "a\\b", "x" * 101, "a\x1b[2J", "\u202ex", "", "a\nb"):
            other = subprocess.run([binary, "quiz", learner.deck, "--linear", "--data", learner.data, "--learner", name],
                                   input="q\n", env=environment, capture_output=True, text=True)
            check(other.returncode == 2, f"the learner name {name!r} ended with {other.returncode}")
            check(not CONTROLS.search(other.stderr), f"the refusal of {name!r} shows a control")

        # An essay that is a link is not followed.
        with open(learner.deck, "w") as file:
            file.write(DECK.replace("../secret.txt", "essay.txt"))
        os.symlink(os.path.join(folder, "secret.txt"), os.path.join(home, "essay.txt"))
        check("the secret" not in learner.run("read", learner.deck).stdout, "read followed a link")

        log = os.path.join(home, "log.csv")
        rows = ["card_id,review_time,review_rating,answer,deck"]
        rows += [f"7k3m9q2a5x,{1764000000000 + n},3,\"'=1+1{EVIL}\",\"{SQL}\"" for n in range(3)]
        with open(log, "w") as file:
            file.write("\n".join(rows) + "\n")
        imported = learner.run("import", log)
        check(imported.returncode == 0, f"import: {imported.returncode} {imported.stderr}")
        csv = learner.run("export", "reviews").stdout
        check(csv.count(",'=1+1") + csv.count(",\"'=1+1") == 3, "an imported answer is not guarded in an export")
        for bad in ("7k3m9q2a5x,9,9,,", f"{EVIL},x,3,,", "\x00,1,1,,", '"7k,1,3,,', "../x,99999999999999999999,3,,"):
            with open(log, "w") as file:
                file.write(rows[0] + "\n" + bad + "\n")
            ended = learner.run("import", log)
            check(ended.returncode in (1, 3), f"{bad!r} ended with {ended.returncode}")
            check(not CONTROLS.search(ended.stderr), f"the refusal of {bad!r} shows a control")
        check(learner.run("doctor").returncode == 0, "the learner file is not sound after imports")
        check(set(os.listdir(folder)) == outside, "something was written outside of the home")
        for place, _, files in os.walk(folder):
            check("owned" not in files, f"a command ran in {place}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for fault in faults:
        print(fault, file=sys.stderr)
    print("attacker", json.dumps({"faults": len(faults)}))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
