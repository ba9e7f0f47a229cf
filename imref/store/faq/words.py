"""The words of a text, and those of a question that say something of its topic."""

import re
from unicodedata import combining, normalize

MOST_WORDS = 40
MOST_LETTERS = 4000
"""So much of a question is looked at; whoever writes more says the topic early on."""

COUNT_DIGITS = 3
"""A number of up to so many digits counts something; a longer one may be a year."""

_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ´`](?=\w)")
_PREFIX = re.compile(r"\b(\w{1,2})[-‐‑](?=\w)")
_WORD = re.compile(r"[^\W_]+")

_ENGLISH = """
a able about actually after again all almost already also always am an and another any anybody
anyone anything are arent as ask asked asking at back be because been before being between both
but by bye can cannot cant come could couldnt did didnt do does doesnt doing dont during each
either else etc even ever every everybody everyone everything few find for from get gets getting
give go goes going good got gotta guys had has hasnt have havent having he hello help her here
hers hey hi him his how howdy however i id if ill im in into is isnt it its itself ive just kind
know let lets like likely lol look looking lot lots m made make makes making may maybe me mean
might mine more most much must my need needed needs never no nobody none nor not nothing now of
off ok okay on once one only onto or other our ours over own people plase please pls plz possible
ppl put question quite rather re really right s said same say see seem she should shouldnt since
so some somebody somehow someone something somewhere soon sorry still stuff such sure t take tell
than thank thanks that thats the their them then there theres these they thing things think this
those though through thx till to too took try trying two u under until up upon ur us use used
using very via w want wanted wants was wasnt way we well went were weve what whatever whats when
whens where wheres whether which while who whom whos whose why will wish with without wonder
wondering wont would wouldnt yeah yes yet you youd your youre yours yourself youve
"""
_SPANISH = """
a ahi ahora al algo alguien algun alguna algunas alguno algunos alli ante antes aqui asi aun
aunque bien buenas buenos cada como con contra cosa cual cuales cuando cuanta cuanto cuantos de
del desde despues dia dias donde dos el ella ellas ellos en entre era es esa ese eso esta estan
estas este esto estos estoy favor fue fueron gracias ha hace hacer haces hago han hasta hay he
hola la las le les lo los mas me mi mis mucho muchos muy nada ni no nos nosotros o os otra otro
para pero poco podemos podria por porque pregunta puede pueden puedo pues que quien quiero
quisiera saber se sea ser si sido sin sobre solo somos son soy su sus tal tambien tan tanto te
tener tengo ti tiene tienen toda todas todo todos tu tus un una unas uno unos usted ustedes va
vamos voy y ya yo
"""
_FRENCH = """
a ai alors apres as au aucun aujourdhui aussi autre aux avec avez avoir avons bien bonjour bonsoir
c ca car ce cela celle celui ces cest cet cette chez chose comme comment d dans de deja depuis des
dois donc du elle elles en encore est estce et etait etes etre eu eux faire fait faut fois il ils
j jai je jusqu l la le les leur leurs lui m ma mais me meme merci mes moi moins mon n ne ni nos
notre nous on ont ou par parce pas peu peut peutetre peux plait plus pour pourquoi pourrais pouvez
pouvoir puis puisje qu quand que quel quelle quelles quelqu quelque quelquun quels quest question
qui quoi s sa salut sans se sera ses si sil soit son sont sous suis sur svp t ta te tes toi ton
tous tout toute toutes tres trop tu un une va vais vers veux voir vos votre voudrais vous vraiment
y
"""
_GERMAN = """
ab aber alle allem allen alles als also am an auch auf aus ausser bei beim bin bis bist bitte da
dabei damit danke dann darf das dass dein dem den denn der des dich die dies diese diesem diesen
dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach er es etwas euch
euer frage fur gab geben gehen geht gern gerne gibt habe haben habt hallo hat hatte hatten hier
hin ich ihm ihn ihnen ihr ihre ihren im immer in ins irgendwo ist ja jede jeden jeder jemand jetzt
kann kannst kein keine konnen konnte konnten man mehr mein meine meinem meinen meiner mich mir mit
mochte muss mussen nach nein nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit
sich sie sind so soll sollte sonst uber um und uns unser unter viel viele vom von vor wann war
warum was weg weil welche welcher welches wenn wer werden wie wieder wieviel will wir wird wo
woher wohin wollen wurde wurden zu zum zur
"""
STOP_WORDS = frozenset(f"{_ENGLISH} {_SPANISH} {_FRENCH} {_GERMAN}".split())
"""Words without a topic. Four languages together: which it is cannot be known from three words."""

_TALK = """
able ago ahead alone anymore apparently area arrive arrived asap awesome bad best better big bit
boring bought boyfriend broke broken brother brought buddy busy call called came carry case cause
certain chance change check clear close cool correct couple crazy cute dad daughter day days dead
deal dear died different difficult done doubt down early easy eight emergency end enough evening
exactly example excuse fact family far fast father favorite feel felt fine finish first five folks
forgot four friend friendly friends front full fun gave general girl girlfriend glad gone great
ground group guess guy guys half hand happen happened happens happy hard hate hear heard heavy
high hit hold home hope hour hours house hurry husband idea important instead interested issue
item keep kid kids kinda large last lately later least leave left less life light line listen
little live long longer lost love low made main major man matter meant meet men middle mind minute
minutes miss mom moment money month months morning mother moved moving myself name near nearby
neither new next nice night nine normal note notice number often old older opened opposite
ordinary original pair parents part past pay people perfect perhaps person pick piece place plan
point poor posted pretty previous probably problem properly quick quickly ready real really reason
recent recently regular remember rest return rid room run running sad safe saw school second
seconds seem seen send sense sent serious seven several short show side sign silly simple single
sister sit sitting situation six slow small soo special specific stand start started starting
state stay step stop story straight strange stuck stuff stupid suddenly supposed sweet talk ten
term terrible third three throw time times tired today together told tomorrow tonight took top
total totally touch tried trouble true turn turned twenty twice type unable understand
unfortunately unless urgent useful usual usually visit wait waiting walk wall watch week weekend
weeks welcome white whole wife wish woman women word work worked working world worry worse worst
worth wow write wrong year years yesterday young
"""
_TALK_ELSEWHERE = """
abend ahora aller ami amie apporter arriver assez avant ayer ayuda bald beau beaucoup bekommen
besoin besser bientot bleiben bon bonne brauche brauchen bringen bueno cerca chercher choses
comprar dar decir dejar demain demander denken dernier derniere despues dire donner dringend eben
eigentlich einmal encontrar ende entrar entrer erst esperar essayer fast fille fils finden forma
frau freund freundin gens gente gerade gestern gran grand grande gross gut guten hause heure
heures heute hier hija hijo holen hora hoy ici jahr jour jours junto kennen klein kommen lado
laisser lang lange lassen leider lejos letzte llegar longtemps luego lugar luz machen madame madre
maintenant mal maman manana manera mann mari mejor mensch mere mes mettre mieux minuten mittag
moment momento monsieur morgen mutter nachste nacht naturlich nehmen neu nie nombre nouveau
nouvelle nuevo oft padre papa parler parte pasar passer pendant penser pequeno perder persona
personne petit petite poner possible premier prendre primero problem problema probleme pronto
rapidement rapido rato rendre rester richtig sabe sache sagen salir savoir schicken schlecht
schnell sehen semaine semana sembler senor senora soir spat stehen stunde suche suchen tag tage
tard tarde temps tenir tiempo tochter todavia tomar tomber trabajo traer tratar trouver tun uhr
ultimo unico urgente vale vater venir ver verstehen vez vida vie viejo vielen vielleicht vieux
ville vite vivir vorbei warten wissen woche wochen zeit ziemlich zuruck
"""
LIGHT_WORDS = frozenset(f"{_TALK} {_TALK_ELSEWHERE}".split())
"""Everyday words: where no page has them either, they say nothing of what is looked for."""


def words(text: str) -> list[str]:
    """Every word of a text in lower case and without diacritics.

    What people write in haste is one word here too: ``can't`` is ``cant``, ``e-mail`` ``email``.
    """
    joined = _PREFIX.sub(r"\1", _APOSTROPHE.sub("", text))
    decomposed = normalize("NFKD", joined.casefold())
    return _WORD.findall("".join(sign for sign in decomposed if not combining(sign)))


def topic_words(text: str) -> list[str]:
    """The words of a question that say something of its topic, each once, in their order."""
    telling = (word for word in words(text[:MOST_LETTERS]) if not _says_nothing(word))
    return list(dict.fromkeys(telling))[:MOST_WORDS]


def _says_nothing(word: str) -> bool:
    return word in STOP_WORDS or (word.isdigit() and len(word) <= COUNT_DIGITS)


def is_light(word: str) -> bool:
    """Whether a word that no page has is an everyday word, or a number, and no topic."""
    return word in LIGHT_WORDS or word.isdigit()
