-- Guests of imref's web page on Prosody: copy to /etc/prosody/conf.d/, put your own names and secret
-- in, and put mod_auth_imref_guest.lua into /usr/local/lib/prosody/modules/.

-- The reverse proxy before Prosody's WebSocket speaks TLS, and Prosody need not.
consider_websocket_secure = true

VirtualHost "guest.library.example"
    authentication = "imref_guest"
    imref_guest_secret = "change-me-too"         -- web.secret in imref's config
    imref_guest_reaches = { "ref.library.example", "upload.library.example" }
    modules_enabled = { "websocket", "mam", "smacks", "carbons", "disco", "ping" }
    modules_disabled = { "s2s", "register", "register_ibr" }
    disco_items = { { "upload.library.example", "Files" } }
    archive_expires_after = "1w"                 -- web.archive in imref's config
    smacks_hibernation_time = 300                -- how long a lost network may last, in seconds

-- Files, if patrons may send any (XEP-0363). Leave both upload lines out if not.
Component "upload.library.example" "http_file_share"
    http_file_share_size_limit = 10 * 1024 * 1024
    http_file_share_expires_after = 7 * 24 * 3600
