-- A room for the staff (docs/staff-room.md): copy to /etc/prosody/conf.d/ if you want one.

Component "rooms.library.example" "muc"
    modules_enabled = { "muc_mam" }
    -- imref makes the room, with itself as the owner, and lets in whoever is on the staff list.
    restrict_room_creation = true
    admins = { "ref.library.example" }
