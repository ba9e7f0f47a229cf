-- Lets in the guests of imref's web page, who have no accounts: the name is g<expiry>-<random>, the
-- password the HMAC-SHA256 of that name under the secret that Prosody and imref share.

local hashes = require "util.hashes";
local jid = require "util.jid";
local new_sasl = require "util.sasl".new;
local st = require "util.stanza";

local secret = assert(module:get_option_string("imref_guest_secret"), "imref_guest_secret is missing");
local reaches = module:get_option_set("imref_guest_reaches", {});

local provider = {};

function provider.user_exists(user)
	local expiry = user:match("^g(%d+)%-%x+$");
	return expiry ~= nil and tonumber(expiry) > os.time();
end

function provider.test_password(user, password)
	return provider.user_exists(user)
		and hashes.equals(hashes.hmac_sha256(secret, user, true), password);
end

function provider.get_sasl_handler()
	return new_sasl(module.host, {
		plain_test = function (_, user, password)
			return provider.test_password(user, password), true;
		end;
	});
end

module:provides("auth", provider);

-- Guests write to the library, and to nobody else: not to its users, nor to each other.
module:hook("pre-stanza", function (event)
	local origin, stanza = event.origin, event.stanza;
	local to = stanza.attr.to;
	local own = to == nil or to == module.host or jid.bare(to) == origin.username.."@"..module.host;
	if own or reaches:contains(jid.host(to)) then return; end
	if stanza.attr.type ~= "error" and stanza.attr.type ~= "result" then
		origin.send(st.error_reply(stanza, "auth", "forbidden", "Guests write to the library only"));
	end
	return true;
end);
