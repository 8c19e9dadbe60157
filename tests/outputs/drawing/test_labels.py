"""Names by scale: no two meet, places come first, and more appear from nearer."""

from checker.outputs.drawing.labels import TIERS, label_tiers
from checker.outputs.drawing.scene import scene_of
from tests.findings.made import finding
from tests.outputs.drawing.made import gathered


def test_each_name_appears_once_and_more_of_them_from_nearer() -> None:
    found = gathered(finding(lon=36.4, lat=33.2), finding(lon=35.6, lat=33.4))
    tiers = label_tiers(scene_of(found))
    assert len(tiers) == TIERS
    names = [(one.text, one.x_m) for tier in tiers for one in tier]
    assert len(names) == len(set(names))
    assert "river" in [one.text for one in tiers[0] if one.is_place]
    assert sum(len(tier) for tier in tiers[1:]) > 0


def test_a_name_does_not_lie_on_a_finding() -> None:
    bare = scene_of(gathered(finding(lon=36.6, lat=33.6)))
    town = next(one for one in label_tiers(bare)[0] if not one.is_place)
    lon, lat = bare.flat.degrees(town.x_m, town.y_m)
    covered = scene_of(gathered(finding(lon=36.6, lat=33.6), finding(lon=lon, lat=lat)))
    assert town.text not in [one.text for one in label_tiers(covered)[0]]
