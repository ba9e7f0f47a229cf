"""Words that mean the same to a library, whatever people call it.

A line is a group: who writes one of its words may find a page that has another. The library's own
wordings of a page go further; these are what every library's pages have in common.
"""

_GROUPS = """
buy purchase acquire acquisition
wifi internet wireless network wlan
thesis dissertation
film movie dvd video
bag backpack suitcase coat
fine fee charge bill cost price pay owe
professor prof instructor teacher lecturer
class course seminar
borrow checkout loan lend
return drop
loud noise noisy quiet silent
eat food drink lunch snack coffee
photocopy copy xerox
cite citation reference bibliography footnote
open close hours
phone mobile smartphone
laptop notebook
pc computer workstation desktop
lift elevator
disabled wheelchair accessible accessibility
archive manuscript rare
newspaper magazine press
guest visitor visit public alumni
donate donation give gift
park parking car garage
password pin login
scan scanner
print printer printing printout
journal periodical
article paper
scholarly academic peer
reserve reservation booking
renew renewal extend extension
overdue late
lost lose missing
student undergraduate undergrad freshman
semester term
register join enroll member membership
map atlas
comprar adquirir compra
prestamo prestar sacar
renovar renovacion prorrogar
devolver devolucion
imprimir impresora impresion
abrir abierto cerrar cerrado horario
multa tasa pagar
carne tarjeta
ordenador computadora portatil
emprunt emprunter pret preter
prolonger prolongation renouveler
rendre retour
imprimer imprimante impression
ouvrir ouvert fermer ferme horaires ouverture
amende frais payer
carte inscription
ordinateur portable
ausleihe ausleihen leihen entleihen
verlangern verlangerung
zuruckgeben ruckgabe abgeben
drucken drucker ausdrucken
offnen geoffnet offnungszeiten schliessen geschlossen
gebuhr mahnung kosten bezahlen
ausweis bibliotheksausweis karte
rechner computer laptop
fernleihe bestellen bestellung
"""


def _related() -> dict[str, tuple[str, ...]]:
    groups = [line.split() for line in _GROUPS.split("\n") if line]
    found: dict[str, list[str]] = {}
    for group in groups:
        for word in group:
            found.setdefault(word, []).extend(other for other in group if other != word)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


_RELATED = _related()


def related(word: str) -> tuple[str, ...]:
    """Other words for what ``word`` (as `words` gives it) means in a library; often none."""
    return _RELATED.get(word) or _RELATED.get(word.removesuffix("s"), ())
