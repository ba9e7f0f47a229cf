-- Schema 0001 as it was released. Never edit: it stands for the databases that are out there.
PRAGMA journal_mode = WAL;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
CREATE TABLE patrons (number INTEGER NOT NULL,
    address TEXT NOT NULL,
    desk TEXT NOT NULL,
    first_seen DOUBLE NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT patrons_address_desk UNIQUE (address,
    desk));
CREATE TABLE duties (name TEXT NOT NULL,
    signed_off BOOLEAN NOT NULL,
    "limit" INTEGER,
    last_claim DOUBLE NOT NULL,
    subscribed BOOLEAN NOT NULL,
    PRIMARY KEY (name));
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
    earlier TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(patron) REFERENCES patrons (number));
CREATE INDEX sessions_open ON sessions (number) WHERE state != 'closed';
CREATE INDEX sessions_patron ON sessions (patron);
CREATE TABLE messages (number INTEGER NOT NULL,
    session INTEGER NOT NULL,
    patron INTEGER NOT NULL,
    at DOUBLE NOT NULL,
    speaker TEXT NOT NULL,
    staff TEXT NOT NULL,
    body TEXT NOT NULL,
    id TEXT NOT NULL,
    origin TEXT NOT NULL,
    replaces TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(session) REFERENCES sessions (number),
    FOREIGN KEY(patron) REFERENCES patrons (number),
    CONSTRAINT messages_patron_speaker_id UNIQUE (patron,
    speaker,
    id));
CREATE INDEX messages_session ON messages (session);
CREATE TABLE turns (number INTEGER NOT NULL,
    session INTEGER NOT NULL,
    at DOUBLE NOT NULL,
    what TEXT NOT NULL,
    staff TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(session) REFERENCES sessions (number));
CREATE INDEX turns_session ON turns (session);
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
    fate TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(message) REFERENCES messages (number));
CREATE INDEX outbox_owed ON outbox (number) WHERE fate = 'owed';
CREATE INDEX outbox_message ON outbox (message) WHERE message IS NOT NULL;
CREATE TABLE meta (name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name));
INSERT INTO alembic_version VALUES ('0001');
INSERT INTO meta VALUES ('clean', 'yes');
INSERT INTO meta VALUES ('probe', '');
INSERT INTO patrons VALUES (1001, 'p@home.example', 'ask', 1.5);
INSERT INTO sessions (number, patron, desk, state, owner, opened, since, closed, ended_by, patron_spoke,
    owner_spoke, owner_gone, reserved, former, passed, why, place_told, reassure_at, reassurances, reminded, earlier)
    VALUES (1, 1001, 'ask', 'waiting', '', 1.5, 1.5, 0.0, '', 1.5, 0.0, 0.0, '', '', 0, '', 1, 46.5, 0, 0.0, '');
INSERT INTO messages VALUES (1, 1, 1001, 1.5, 'patron', '', 'kept of old', 'q1', '', '');
INSERT INTO outbox VALUES (1, 'patron-1001', 'anna@library.example', NULL, 'q1', 1.5, 1, 1, '', 0, 0.0, 'owed');
INSERT INTO turns VALUES (1, 1, 1.5, 'opened', '', '');
INSERT INTO duties VALUES ('anna', 0, NULL, 0.0, 0);
