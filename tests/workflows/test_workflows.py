"""Workflows, forms and templates: valid, pinned, with no more rights than they need."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.vocabulary import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(p for p in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if p.name != "config.yml")
PINNED = re.compile(r"^[\w.-]+/[\w.-]+(/[\w.-]+)*@[0-9a-f]{40}$")
OURS = re.compile(r"\$\{\{.*?\}\}")
GITLAB = PROJECT / ".gitlab-ci.yml"
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "github-issue-forms": FORMS,
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
    "dependabot": [GITHUB / "dependabot.yml"],
    "gitlab-ci": [GITLAB],
}


def load(path):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(data, dict), path
    if True in data:  # YAML 1.1 reads the key «on» as a truth
        data["on"] = data.pop(True)
    return data


def steps():
    for path in WORKFLOWS:
        for name, job in load(path)["jobs"].items():
            for step in job["steps"]:
                yield path, name, step


def scripts():
    return [
        pytest.param(step["run"], id=f"{path.stem}-{name}-{n}")
        for n, (path, name, step) in enumerate(steps())
        if "run" in step
    ]


def tool(name):
    """A program that a package brought, beside the Python that runs the tests."""
    return str(Path(sys.executable).with_name(name))


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_obey_their_published_schema(schema):
    command = [tool("check-jsonschema"), "--builtin-schema", f"vendor.{schema}"]
    done = subprocess.run([*command, *SCHEMAS[schema]], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing():
    command = [tool("zizmor"), "--offline", "--no-progress", "--format", "plain", GITHUB]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights(path):
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    assert "concurrency" in workflow
    for name, job in workflow["jobs"].items():
        assert job["permissions"], name
        assert job["timeout-minutes"] <= 120
        assert "write-all" not in str(job["permissions"])


def test_code_of_a_pull_request_never_runs_with_a_right_to_write():
    for path in WORKFLOWS:
        workflow = load(path)
        if "pull_request" in workflow["on"]:
            for job in workflow["jobs"].values():
                assert set(job["permissions"].values()) == {"read"}
        for name, job in workflow["jobs"].items():
            writes = "write" in job["permissions"].values()
            takes = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
            assert not (writes and takes), f"{path.name}: {name}"
        assert "secrets." not in path.read_text(encoding="utf-8")


def test_every_action_is_pinned_with_its_version_in_a_comment():
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := re.search(r"uses: (\S+)(.*)", line):
                assert PINNED.match(found[1]), line
                assert re.fullmatch(r" # v\d+\.\d+\.\d+", found[2]), line


def test_one_action_has_one_pin():
    pins = {step["uses"] for *_, step in steps() if "uses" in step}
    assert len(pins) == len({pin.split("@")[0] for pin in pins})


def test_checkout_leaves_no_token_behind():
    for path, _, step in steps():
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False, path


@pytest.mark.parametrize("script", scripts())
def test_scripts_take_values_from_their_environment_and_are_sound_shell(script):
    assert not OURS.search(script)
    done = subprocess.run(["bash", "-n"], input=script, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_ask_in_order_and_name_nothing_twice(path):
    form = load(path)
    ids = [item["id"] for item in form["body"] if "id" in item]
    assert len(ids) == len(set(ids))
    assert any(item.get("validations", {}).get("required") for item in form["body"])


def test_levels_of_the_form_are_those_of_the_vocabulary():
    body = load(GITHUB / "ISSUE_TEMPLATE/caso-nuevo.yml")["body"]
    (level,) = [item for item in body if item.get("id") == "nivel"]
    terms = yaml.safe_load((PROJECT / "vocab/levels.yml").read_text(encoding="utf-8"))
    assert level["attributes"]["options"] == [term["label"]["es"] for term in terms]


def test_there_is_a_form_and_a_template_per_kind():
    assert {path.stem for path in FORMS} == {"caso-nuevo", "correccion", "practica", "programa"}
    templates = {path.stem for path in (GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md")}
    assert templates == {"caso", "correccion", "practica", "codigo"}
    default = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert all(f"{name}.md" in default for name in templates)


def test_commands_in_workflows_exist():
    """Targets of make and modules that a workflow calls are there."""
    told = GITLAB.read_text(encoding="utf-8") + "".join(p.read_text("utf-8") for p in WORKFLOWS)
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:run:|-|^) *make ([a-z]+)", told, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for module in re.findall(r"-m (tools\.\w+)", told):
        assert (PROJECT / module.replace(".", "/")).with_suffix(".py").is_file()


FAKE_GH = r"""#!/usr/bin/env bash
# Answers like GitHub would, from files; keeps what it is asked to write.
printf '%s\n' "$*" >> "$GH_LOG"
body=""; path=""; filter=""
while [ $# -gt 0 ]; do
  case "$1" in
    --input) body="$2"; shift ;;
    --jq) filter="$2"; shift ;;
    -X) shift ;;
    repos/*) path="$1" ;;
  esac
  shift
done
if [ -n "$body" ]; then cp "$body" "$GH_ANSWERS/sent.json"; exit 0; fi
case "$path" in
  */zip) cat "$GH_ANSWERS/informe.zip"; exit 0 ;;
  */artifacts*) file=artifacts.json ;;
  */comments*) file=comments.json ;;
  */pulls/*) file=pull.json ;;
  */contents/*) file=contents.json ;;
esac
if [ -n "$filter" ]; then jq -r "$filter" "$GH_ANSWERS/$file"; else cat "$GH_ANSWERS/$file"; fi
"""
SHELL = all(shutil.which(name) for name in ("bash", "jq", "unzip"))
needs_shell = pytest.mark.skipif(not SHELL, reason="bash, jq or unzip is missing")


@pytest.fixture
def forge(tmp_path):
    """A GitHub of files: folder of answers, and a function that runs a step of a workflow."""
    answers, bin, temp = tmp_path / "answers", tmp_path / "bin", tmp_path / "temp"
    for folder in (answers, bin, temp):
        folder.mkdir()
    (bin / "gh").write_text(FAKE_GH)
    (bin / "gh").chmod(0o755)
    environment = {
        "PATH": f"{bin}:{os.environ['PATH']}",
        "GH_ANSWERS": str(answers),
        "GH_LOG": str(tmp_path / "log"),
        "RUNNER_TEMP": str(temp),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "REPOSITORY": "o/r",
        "RUN_ID": "1",
        "RUN_URL": "https://forge.example/run",
        "HEAD_SHA": "abc",
        "BRANCH": "main",
    }

    def run(workflow, name):
        (script,) = [
            step["run"]
            for path, _, step in steps()
            if path.stem == workflow and step.get("name") == name
        ]
        return subprocess.run(
            ["bash", "-e", "-c", script], env=environment, capture_output=True, encoding="utf-8"
        )

    run.answers, run.temp, run.output = answers, temp, tmp_path / "output"
    run.log = tmp_path / "log"
    return run


def report(forge, number, text, head="abc", comments="[]"):
    import json
    import zipfile

    with zipfile.ZipFile(forge.answers / "informe.zip", "w") as zip:
        zip.writestr("numero.txt", number)
        zip.writestr("informe.md", text)
        zip.writestr("../../fuera.txt", "x")
    (forge.answers / "artifacts.json").write_text('{"artifacts": [{"id": 7}]}')
    (forge.answers / "pull.json").write_text(json.dumps({"head": {"sha": head}}))
    (forge.answers / "comments.json").write_text(comments)


def posted(forge):
    import json

    return json.loads((forge.answers / "sent.json").read_text(encoding="utf-8"))["body"]


TAKE, POST = "Take the two files out of the artifact, by name", "Post or update the comment"


@needs_shell
def test_a_report_becomes_a_comment_that_does_nothing(forge):
    hostile = "# Título\n@alguien <img src=x> <!-- x --> ![p](https://evil.example/p.png)\n/close\n"
    report(forge, "12\n", hostile)
    assert forge("comentar", TAKE).returncode == 0
    assert "found=yes" in forge.output.read_text()
    done = forge("comentar", POST)
    assert done.returncode == 0, done.stderr
    body = posted(forge)
    assert body.startswith("<!-- catalogo-pml:informe -->\n# Título")
    rest = body.removeprefix("<!-- catalogo-pml:informe -->")
    assert not re.search(r"@\w|<[a-z!]|!\[", rest)
    assert "https://forge.example/run" in rest
    assert "POST repos/o/r/issues/12/comments" in forge.log.read_text()
    assert not list(forge.temp.parent.rglob("fuera.txt"))


@needs_shell
def test_the_comment_is_updated_and_only_ours(forge):
    mark = "<!-- catalogo-pml:informe --> x"
    comments = (
        f'[{{"id": 3, "user": {{"login": "otra"}}, "body": "{mark}"}},'
        f' {{"id": 4, "user": {{"login": "github-actions[bot]"}}, "body": "{mark}"}}]'
    )
    report(forge, "12", "x", comments=comments)
    forge("comentar", TAKE)
    assert forge("comentar", POST).returncode == 0
    assert "PATCH repos/o/r/issues/comments/4" in forge.log.read_text()


@needs_shell
@pytest.mark.parametrize(("number", "head"), [("12", "otro"), ("12; rm -rf /", "otro")])
def test_a_number_that_is_not_of_this_commit_gets_nothing(forge, number, head):
    report(forge, number, "x", head=head)
    forge("comentar", TAKE)
    done = forge("comentar", POST)
    assert done.returncode == 0
    assert not (forge.answers / "sent.json").exists()


@needs_shell
def test_a_huge_report_is_cut_to_what_a_comment_holds(forge):
    report(forge, "12", "ñ" * 150_000)
    forge("comentar", TAKE)
    assert forge("comentar", POST).returncode == 0
    assert len(posted(forge)) < 65_536


@needs_shell
@pytest.mark.parametrize(("new", "sent"), [("/a/b/\n/a/c/\n", True), ("/a/b/\n", False)])
def test_published_addresses_are_added_and_none_is_lost(forge, new, sent):
    import base64
    import json

    old = "/a/b/\n/a/z/\n"
    (forge.temp / "permalinks").mkdir()
    (forge.temp / "permalinks/permalinks.txt").write_text(new)
    content = base64.encodebytes(old.encode()).decode()
    (forge.answers / "contents.json").write_text(json.dumps({"content": content, "sha": "s"}))
    done = forge("publicar", "Add the new lines")
    assert done.returncode == 0, done.stderr
    assert (forge.answers / "sent.json").exists() == sent
    if sent:
        commit = json.loads((forge.answers / "sent.json").read_text())
        assert base64.b64decode(commit["content"]).decode() == "/a/b/\n/a/c/\n/a/z/\n"
        assert (commit["branch"], commit["sha"]) == ("main", "s")
