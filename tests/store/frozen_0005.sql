-- Schema 0005 as it was released. Never edit: databases like it are out there.
PRAGMA journal_mode = WAL;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE blocks (
	number INTEGER NOT NULL, 
	address TEXT NOT NULL, 
	until DOUBLE NOT NULL, 
	"by" TEXT NOT NULL, 
	why TEXT NOT NULL, 
	patron INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE bulletins (
	number INTEGER NOT NULL, 
	told DOUBLE NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE canaries (
	number INTEGER NOT NULL, 
	desk TEXT NOT NULL, 
	asked DOUBLE NOT NULL, 
	kept DOUBLE NOT NULL, 
	heard DOUBLE NOT NULL, 
	answered DOUBLE NOT NULL, 
	failed TEXT NOT NULL, 
	done BOOLEAN NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE canned (
	number INTEGER NOT NULL, 
	owner TEXT NOT NULL, 
	keyword TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE done (
	number INTEGER NOT NULL, 
	staff TEXT NOT NULL, 
	mark TEXT NOT NULL, 
	at DOUBLE NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE duties (name TEXT NOT NULL,
    signed_off BOOLEAN NOT NULL,
    "limit" INTEGER,
    last_claim DOUBLE NOT NULL,
    subscribed BOOLEAN NOT NULL, until DOUBLE DEFAULT 0 NOT NULL, desks_off TEXT DEFAULT '' NOT NULL, swamped DOUBLE DEFAULT 0 NOT NULL, asked DOUBLE DEFAULT 0 NOT NULL, ended DOUBLE DEFAULT 0 NOT NULL,
    PRIMARY KEY (name));
INSERT INTO "duties" VALUES('anna',0,NULL,0.0,0,0.0,'',0.0,0.0,0.0);
CREATE TABLE editions (
	number INTEGER NOT NULL, 
	since DOUBLE NOT NULL, 
	until DOUBLE NOT NULL, 
	due DOUBLE NOT NULL, 
	told DOUBLE NOT NULL, 
	owed TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE engagements (
	number INTEGER NOT NULL, 
	staff TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	began DOUBLE NOT NULL, 
	until DOUBLE NOT NULL, 
	ended DOUBLE NOT NULL, 
	count INTEGER NOT NULL, 
	status TEXT NOT NULL, 
	asked DOUBLE NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE followups (
	number INTEGER NOT NULL, 
	session INTEGER NOT NULL, 
	patron INTEGER NOT NULL, 
	owner TEXT NOT NULL, 
	what TEXT NOT NULL, 
	made DOUBLE NOT NULL, 
	due DOUBLE NOT NULL, 
	state TEXT NOT NULL, 
	answered DOUBLE NOT NULL, 
	settled DOUBLE NOT NULL, 
	told INTEGER NOT NULL, 
	raised DOUBLE NOT NULL, 
	forgotten DOUBLE NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE mails (
	number INTEGER NOT NULL, 
	session INTEGER NOT NULL, 
	patron INTEGER NOT NULL, 
	author TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	body TEXT NOT NULL, 
	made DOUBLE NOT NULL, 
	attempts INTEGER NOT NULL, 
	fate TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE messages (number INTEGER NOT NULL,
    session INTEGER NOT NULL,
    patron INTEGER NOT NULL,
    at DOUBLE NOT NULL,
    speaker TEXT NOT NULL,
    staff TEXT NOT NULL,
    body TEXT NOT NULL,
    id TEXT NOT NULL,
    origin TEXT NOT NULL,
    replaces TEXT NOT NULL, guest BOOLEAN DEFAULT 0 NOT NULL, enclosed TEXT DEFAULT '' NOT NULL, retracted BOOLEAN DEFAULT 0 NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(session) REFERENCES sessions (number),
    FOREIGN KEY(patron) REFERENCES patrons (number),
    CONSTRAINT messages_patron_speaker_id UNIQUE (patron,
    speaker,
    id));
INSERT INTO "messages" VALUES(1,1,1001,1.5,'patron','','kept of old','q1','','',0,'',0);
CREATE TABLE meta (name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name));
INSERT INTO "meta" VALUES('clean','yes');
INSERT INTO "meta" VALUES('probe','');
CREATE TABLE outbox (number INTEGER NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    body TEXT,
    id TEXT NOT NULL,
    at DOUBLE NOT NULL,
    session INTEGER,
    message INTEGER,
    replaces TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    sent DOUBLE NOT NULL,
    fate TEXT NOT NULL, enclosed TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(message) REFERENCES messages (number));
INSERT INTO "outbox" VALUES(1,'patron-1001','anna@library.example',NULL,'q1',1.5,1,1,'',0,0.0,'owed','');
CREATE TABLE parcels (
	number INTEGER NOT NULL, 
	sender TEXT NOT NULL, 
	resource TEXT NOT NULL, 
	window TEXT NOT NULL, 
	stanza TEXT NOT NULL, 
	url TEXT NOT NULL, 
	body TEXT NOT NULL, 
	language TEXT NOT NULL, 
	nick TEXT NOT NULL, 
	email TEXT NOT NULL, 
	made DOUBLE NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE patrons (number INTEGER NOT NULL,
    address TEXT NOT NULL,
    desk TEXT NOT NULL,
    first_seen DOUBLE NOT NULL, language TEXT DEFAULT '' NOT NULL, email TEXT DEFAULT '' NOT NULL, name TEXT DEFAULT '' NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT patrons_address_desk UNIQUE (address,
    desk));
INSERT INTO "patrons" VALUES(1001,'p@home.example','ask',1.5,'','','');
CREATE TABLE pilots (
	number INTEGER NOT NULL, 
	desk TEXT NOT NULL, 
	made DOUBLE NOT NULL, 
	started DOUBLE NOT NULL, 
	until DOUBLE NOT NULL, 
	targets TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	stopped DOUBLE NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE roster_items (
	number INTEGER NOT NULL, 
	owner TEXT NOT NULL, 
	alias TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE sessions (number INTEGER NOT NULL,
    patron INTEGER NOT NULL,
    desk TEXT NOT NULL,
    state TEXT NOT NULL,
    owner TEXT NOT NULL,
    opened DOUBLE NOT NULL,
    since DOUBLE NOT NULL,
    closed DOUBLE NOT NULL,
    ended_by TEXT NOT NULL,
    patron_spoke DOUBLE NOT NULL,
    owner_spoke DOUBLE NOT NULL,
    owner_gone DOUBLE NOT NULL,
    reserved TEXT NOT NULL,
    former TEXT NOT NULL,
    passed BOOLEAN NOT NULL,
    why TEXT NOT NULL,
    place_told INTEGER NOT NULL,
    reassure_at DOUBLE NOT NULL,
    reassurances INTEGER NOT NULL,
    reminded DOUBLE NOT NULL,
    earlier TEXT NOT NULL, outcome TEXT DEFAULT '' NOT NULL, read INTEGER DEFAULT 0 NOT NULL, practice BOOLEAN DEFAULT 0 NOT NULL, guests TEXT DEFAULT '' NOT NULL, partner TEXT DEFAULT '' NOT NULL, suggested TEXT DEFAULT '' NOT NULL, reading TEXT DEFAULT '' NOT NULL, order_told BOOLEAN DEFAULT 0 NOT NULL, channel TEXT DEFAULT '' NOT NULL, rating INTEGER DEFAULT 0 NOT NULL, rating_asked DOUBLE DEFAULT 0 NOT NULL, first_answer DOUBLE DEFAULT 0 NOT NULL, first_held DOUBLE DEFAULT 0 NOT NULL, asked_lines INTEGER DEFAULT 0 NOT NULL, answer_lines INTEGER DEFAULT 0 NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(patron) REFERENCES patrons (number));
INSERT INTO "sessions" VALUES(1,1001,'ask','waiting','',1.5,1.5,0.0,'',1.5,0.0,0.0,'','',0,'',1,46.5,0,0.0,'','',0,0,'','','','',0,'',0,0.0,0.0,0.0,1,0);
CREATE TABLE stints (
	number INTEGER NOT NULL, 
	desk TEXT NOT NULL, 
	staff TEXT NOT NULL, 
	began DOUBLE NOT NULL, 
	until DOUBLE NOT NULL, 
	open BOOLEAN NOT NULL, 
	PRIMARY KEY (number)
);
CREATE TABLE turns (number INTEGER NOT NULL,
    session INTEGER NOT NULL,
    at DOUBLE NOT NULL,
    what TEXT NOT NULL,
    staff TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(session) REFERENCES sessions (number));
INSERT INTO "turns" VALUES(1,1,1.5,'opened','','');
CREATE TABLE watchers (
	number INTEGER NOT NULL, 
	address TEXT NOT NULL, 
	desk TEXT NOT NULL, 
	PRIMARY KEY (number)
);
CREATE INDEX sessions_open ON sessions (number) WHERE state != 'closed';
CREATE INDEX sessions_patron ON sessions (patron);
CREATE INDEX messages_session ON messages (session);
CREATE INDEX turns_session ON turns (session);
CREATE INDEX outbox_owed ON outbox (number) WHERE fate = 'owed';
CREATE INDEX outbox_message ON outbox (message) WHERE message IS NOT NULL;
CREATE INDEX engagements_ended ON engagements (ended);
CREATE INDEX followups_live ON followups (number) WHERE forgotten = 0;
CREATE INDEX mails_live ON mails (number) WHERE fate = 'owed';
CREATE INDEX turns_taken ON turns (at) WHERE what IN ('claimed', 'returned');
CREATE INDEX followups_settled ON followups (settled);
CREATE INDEX outbox_session ON outbox (session) WHERE session IS NOT NULL;
CREATE INDEX outbox_recipient ON outbox (recipient) WHERE session IS NULL;
CREATE INDEX patrons_email ON patrons (number) WHERE email != '';
CREATE INDEX sessions_rated ON sessions (closed) WHERE rating > 0;
CREATE INDEX sessions_opened ON sessions (opened);
CREATE INDEX turns_ledger ON turns (at) WHERE what IN ('undelivered', 'sent on', 'came home', 'read', 'settled');
CREATE INDEX stints_began ON stints (began);
CREATE INDEX stints_live ON stints (number) WHERE open != 0;
CREATE INDEX canaries_live ON canaries (number) WHERE done = 0;
