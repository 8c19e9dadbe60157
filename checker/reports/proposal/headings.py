"""Headings of columns that are likely ours, by language: one is added by adding its words here."""

__all__ = ["LIKELY", "PREPOSITIONS", "SURE"]

SURE: dict[str, tuple[str, ...]] = {
    "lon": (
        *(
            "longitude",
            "lng",
            "longitud",
            "länge",
            "längengrad",
            "geographische länge",
        ),
        *(
            "долгота",
            "довгота",
        ),
        *("خط الطول",),
    ),
    "lat": (
        *("latitude", "latitud", "breite", "breitengrad", "geographische breite"),
        *("широта",),
        *(
            "خط العرض",
            "دائرة العرض",
        ),
    ),
}
"""Headings that mean nothing else, beside the names of the contract themselves."""

_ENGLISH: dict[str, tuple[str, ...]] = {
    "quoted_distance_m": ("distance", "quoted distance"),
    "id": ("id", "ref", "number", "no", "nr", "event id", "report"),
    "lon": ("x", "long", "easting"),
    "lat": ("y", "northing"),
    "radius_m": ("radius", "accuracy", "precision", "uncertainty", "error", "err", "ce"),
    "seen_to": ("end", "to", "until"),
    "seen_from": ("date", "day", "time", "when", "start", "from", "begin"),
    "actor": (
        "actor",
        "who",
        "side",
        "force",
        "party",
        "group",
        "perpetrator",
        "affiliation",
        "attributed to",
    ),
    "kind": ("kind", "type", "category"),
    "does": ("activity", "event type", "action", "event"),
    "thing": ("weapon", "equipment", "system", "vehicle"),
    "grid": ("mgrs", "grid", "utm", "grid reference"),
    "place": ("place", "location", "where", "town", "site"),
    "source": ("source", "url", "link", "outlet"),
    "note": ("note", "notes", "remark", "remarks", "comment", "description", "text"),
    "unit": ("unit", "callsign", "brigade"),
    "attribution": ("attribution", "attributed"),
}
_GERMAN: dict[str, tuple[str, ...]] = {
    "quoted_distance_m": ("entfernung", "abstand"),
    "id": ("nummer", "lfd nr", "kennung", "aktenzeichen", "meldung"),
    "radius_m": ("genauigkeit", "ungenauigkeit", "fehler", "umkreis"),
    "seen_to": ("ende", "bis"),
    "seen_from": ("datum", "tag", "uhrzeit", "zeit", "zeitpunkt", "beginn", "von", "wann"),
    "actor": ("akteur", "wer", "partei", "seite", "konfliktpartei", "truppe", "verursacher"),
    "kind": ("art", "typ", "kategorie"),
    "does": ("ereignis", "handlung", "vorfall", "aktivität"),
    "thing": ("waffe", "waffensystem", "gerät", "fahrzeug", "ausrüstung"),
    "grid": ("gitter", "koordinate", "koordinaten", "planquadrat"),
    "place": ("ort", "ortschaft", "stadt", "gemeinde", "wo"),
    "source": ("quelle", "beleg"),
    "note": ("bemerkung", "bemerkungen", "anmerkung", "beschreibung", "notiz", "kommentar"),
    "unit": ("einheit", "verband", "brigade", "rufzeichen"),
    "attribution": ("zuschreibung",),
}
_FRENCH: dict[str, tuple[str, ...]] = {
    "id": ("numéro", "identifiant", "référence"),
    "radius_m": ("rayon", "précision", "incertitude", "erreur"),
    "seen_to": ("fin", "jusqu'à"),
    "seen_from": ("jour", "heure", "début", "quand"),
    "actor": ("acteur", "partie", "groupe", "auteur", "qui"),
    "kind": ("catégorie", "nature"),
    "does": ("activité", "événement", "évènement", "incident"),
    "thing": ("arme", "matériel", "équipement", "véhicule"),
    "place": ("lieu", "localité", "ville", "endroit", "où"),
    "note": ("remarque", "remarques", "commentaire", "notes"),
    "unit": ("unité", "indicatif"),
}
_SPANISH: dict[str, tuple[str, ...]] = {
    "quoted_distance_m": ("distancia",),
    "id": ("número", "identificador", "referencia"),
    "radius_m": ("radio", "precisión", "incertidumbre", "exactitud"),
    "seen_to": ("fin", "hasta"),
    "seen_from": ("fecha", "día", "hora", "inicio", "desde", "cuándo"),
    "actor": ("grupo", "parte", "autor", "quién", "responsable"),
    "kind": ("tipo", "categoría", "clase"),
    "does": ("actividad", "evento", "hecho", "incidente"),
    "thing": ("arma", "equipo", "vehículo", "armamento"),
    "place": ("lugar", "localidad", "municipio", "ciudad", "sitio"),
    "source": ("fuente", "enlace"),
    "note": ("nota", "observación", "observaciones", "descripción", "comentario"),
    "unit": ("unidad", "brigada"),
}
_RUSSIAN: dict[str, tuple[str, ...]] = {
    "quoted_distance_m": ("расстояние",),
    "id": ("номер",),
    "radius_m": (
        "радиус",
        "точность",
    ),
    "seen_to": ("конец",),
    "seen_from": (
        "дата",
        "время",
        "начало",
    ),
    "actor": ("сторона", "кто"),
    "kind": ("тип", "вид"),
    "does": (
        "событие",
        "действие",
    ),
    "thing": ("оружие", "техника"),
    "place": (
        "место",
        "пункт",
        "где",
    ),
    "source": (
        "источник",
        "ссылка",
    ),
    "note": (
        "примечание",
        "описание",
    ),
    "unit": (
        "подразделение",
        "часть",
    ),
}
_ARABIC: dict[str, tuple[str, ...]] = {
    "id": ("رقم",),
    "seen_from": (
        "التاريخ",
        "الوقت",
        "تاريخ",
    ),
    "actor": ("الطرف", "الجهة"),
    "place": ("المكان", "الموقع"),
    "source": ("المصدر",),
    "note": ("ملاحظات",),
    "unit": ("الوحدة",),
}

LIKELY: dict[str, tuple[str, ...]] = {
    ours: tuple(
        word
        for language in (_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _RUSSIAN, _ARABIC)
        for word in language.get(ours, ())
    )
    for ours in _ENGLISH
}
"""Words that a heading of each column may be, or begin with; what is before goes first."""

PREPOSITIONS = frozenset(
    {
        *("in", "of", "by", "for", "per", "at", "on"),
        *("der", "des", "im", "am", "laut", "nach", "für"),
        *("de", "du", "d", "par", "selon", "del", "por", "según"),
    }
)
"""What stands behind one of these is not what a heading is of: `distance quoted in source`."""
