#!/bin/sh
# Staff and desks on each other's rosters: presence flows, nobody is asked for a subscription.
# Run once, as root, while ejabberd runs; again for everybody who joins.
set -e

# The staff see each other (mod_shared_roster).
ejabberdctl srg_create reference library.example Reference Reference reference
ejabberdctl srg_user_add ana library.example reference library.example
ejabberdctl srg_user_add ben library.example reference library.example
ejabberdctl srg_user_add cleo library.example reference library.example

# Each of them sees each desk, and each desk sees them. A shared roster takes no address of a
# component ("user of inexistent vhost"), so these are ordinary roster items.
ejabberdctl add_rosteritem ana library.example ask ref.library.example "Ask a librarian" Reference both
ejabberdctl add_rosteritem ana library.example law ref.library.example "Law library" Reference both
ejabberdctl add_rosteritem ben library.example ask ref.library.example "Ask a librarian" Reference both
ejabberdctl add_rosteritem ben library.example law ref.library.example "Law library" Reference both
ejabberdctl add_rosteritem cleo library.example ask ref.library.example "Ask a librarian" Reference both
ejabberdctl add_rosteritem cleo library.example law ref.library.example "Law library" Reference both
