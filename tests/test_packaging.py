"""The wheel alone, installed elsewhere, carries the shipped deal and judges the shipped reports."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the backend that is installed already: no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", str(ROOT), "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder))
    (built,) = folder.glob("accord-*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    pip("install", str(wheel), "--no-deps", "--no-index", "--target", str(folder))
    return folder


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)


def elsewhere(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed package in a folder that knows nothing of the repository."""
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


def test_the_wheel_carries_the_rules_and_the_demo(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "checker/py.typed",
        "checker/shipped/rules/agreement.schema.json",
        "checker/shipped/rules/south-syria-2018/agreement.yaml",
        "checker/shipped/rules/lists/levant-forces.yaml",
        "checker/shipped/rules/lists/equipment.yaml",
        "checker/shipped/demo/reports.csv",
        "checker/outputs/drawing/lines.parquet",
        "checker/outputs/drawing/towns.parquet",
        "checker/outputs/page/page.css",
        "checker/outputs/page/page.js",
    } <= names
    assert not [name for name in names if name.startswith(("tests/", "fixtures/", "benchmarks/"))]


def test_the_installed_package_is_the_one_from_the_wheel(site: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import checker; print(checker.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(site)


def test_the_demo_runs_in_any_folder(site: Path, tmp_path: Path) -> None:
    done = elsewhere(site, tmp_path, "demo")
    assert done.returncode in {0, 1}, done.stderr
    assert "standoff" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_shipped_agreement_is_known_by_name_in_any_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "reports.csv").write_text(
        "id,kind,lon,lat,radius_m,seen_from,actor,attribution,reliability,credibility\n"
        "r1,position,35.95,33.1,500,2018-06-20,hezbollah,confirmed,A,1\n",
        encoding="utf-8",
    )
    formats = "-f", "text", "-f", "html=page.html"
    done = elsewhere(site, tmp_path, "check", "south-syria-2018", "reports.csv", *formats)
    assert done.returncode in {0, 1}, done.stderr
    assert "standoff" in done.stdout
    assert (tmp_path / "page.html").stat().st_size > 1_000_000
