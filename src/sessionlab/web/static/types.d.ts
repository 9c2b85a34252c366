// Made by `scripts/generate` from the values that the server answers with, for the type checker alone.

export interface Account {
  readonly name: string;
  readonly role: string;
  readonly enabled: boolean;
  readonly password: number;
  readonly version: number;
  readonly change: string;
}

export interface Advice {
  readonly code: string;
  readonly severity: string;
  readonly text: string;
  readonly source: string;
  readonly switches: readonly (Turning)[];
}

export interface AttackTried {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly family: string;
  readonly capability: string;
  readonly success: string;
  readonly weakness: string;
  readonly source: string;
  readonly outcome: string;
  readonly actions: readonly (string)[];
}

export interface Attacked {
  readonly attacks: readonly (AttackTried)[];
}

export interface Auth {
  readonly user: string | null;
  readonly ground: string;
  readonly text: string;
  readonly word: string;
}

export interface Browser {
  readonly name: string;
  readonly jar: readonly (Cookie)[];
  readonly jar_removed: readonly (Cookie)[];
  readonly storage: readonly (Kept)[];
  readonly storage_removed: readonly (Kept)[];
  readonly document_cookie: string | null;
  readonly page: string | null;
  readonly content: string | null;
  readonly page_tokens: readonly (string)[];
}

export interface CardExperiment {
  readonly id: string;
  readonly question: string;
  readonly title: string;
  readonly answer: string;
  readonly text: string;
  readonly why: string;
  readonly tone: string;
  readonly server_side: boolean;
  readonly readings: readonly (CardReading)[];
  readonly actions: readonly (string)[];
}

export interface CardForm {
  readonly version: number;
  readonly design: Design | null;
  readonly questions: readonly (CardSentence)[];
  readonly learner: readonly (CardSentence)[];
  readonly experiments: readonly (CardExperiment)[];
}

export interface CardReading {
  readonly about: string;
  readonly value: string;
  readonly text: string;
  readonly request: string;
  readonly actions: readonly (string)[];
}

export interface CardSentence {
  readonly question: string;
  readonly title: string;
  readonly answer: string;
  readonly behind: readonly (string)[];
}

export interface Carrying {
  readonly cookie: string;
  readonly value: string;
  readonly reasons: readonly (Reason)[];
}

export interface Change {
  readonly switch: string;
  readonly old: string | boolean;
  readonly new: string | boolean;
}

export interface Changes {
  readonly differences: readonly (Difference)[];
  readonly gone: readonly (number)[];
  readonly switches: readonly (Effect)[];
}

export interface Coming {
  readonly action: string;
  readonly method: string;
  readonly url: string;
  readonly text: string | null;
  readonly cookies: readonly (Carrying)[];
}

export interface Component {
  readonly id: string;
  readonly text: string;
}

export interface Continuity {
  readonly proof: string;
  readonly client: string;
  readonly travels: string;
  readonly kept: string;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly token: string | null;
  readonly domain: string;
  readonly host_only: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly http_only: boolean;
  readonly same_site: string;
  readonly expires: number | null;
  readonly created: number;
  readonly last_access: number;
  readonly octets: number;
  readonly line: string;
  readonly change: string;
}

export interface Credential {
  readonly id: string;
  readonly text: string;
  readonly short: string;
  readonly kind: string;
  readonly kind_text: string;
  readonly live: boolean;
  readonly user: string | null;
  readonly first_seen: number;
  readonly holds: string | null;
}

export interface Deed {
  readonly user: string;
  readonly asked_from: string | null;
}

export interface Denied {
  readonly jti: number;
  readonly until: number | null;
  readonly change: string;
  readonly only_on: string;
}

export interface Design {
  readonly session_type: "api_key" | "client_certificate" | "encrypted_cookie" | "jwt" | "jwt_assertion" | "opaque_token" | "server_session" | "signed_cookie" | "signed_request" | "unsigned_cookie" | "webhook_signature";
  readonly client_type: "api_client" | "browser" | "cli" | "desktop_app" | "mobile_app" | "server" | "single_page_app" | "webhook_sender";
  readonly credential_transport: "authorization_header" | "cookie" | "custom_header" | "request_body" | "tls_handshake" | "url_query";
  readonly client_storage: "cookie_jar" | "environment_variable" | "file" | "js_memory" | "local_storage" | "os_keystore" | "session_storage" | "web_worker";
  readonly oauth_client_pattern: "bff" | "browser_client" | "none" | "token_mediating_backend";
  readonly http_only: boolean;
  readonly secure: boolean;
  readonly same_site: "lax" | "none" | "strict" | "unset";
  readonly cookie_domain: "host_only" | "parent_domain";
  readonly cookie_prefix: "__Host-" | "__Host-Http-" | "__Http-" | "__Secure-" | "none";
  readonly cookie_path: "/" | "narrow";
  readonly cookie_lifetime: "browser_session" | "persistent";
  readonly cookie_size: "fits" | "over_4096_bytes";
  readonly duplicate_cookie_policy: "first" | "last" | "reject";
  readonly session_created: "at_first_write" | "at_login" | "at_session_read" | "at_visit";
  readonly session_id_generator: "counter" | "csprng_128" | "csprng_64" | "random_32" | "timestamp";
  readonly rotate_after_login: boolean;
  readonly old_id_after_rotation: "deleted" | "kept_anonymous" | "kept_authenticated";
  readonly accept_unknown_session_id: boolean;
  readonly accept_session_id_in_url: boolean;
  readonly sign_session_id: boolean;
  readonly session_save: "every_request" | "on_change";
  readonly session_write: "locked" | "update_existing" | "upsert";
  readonly session_auth_hash: boolean;
  readonly user_data_source: "session_snapshot" | "user_record";
  readonly reauthenticate_sensitive_actions: boolean;
  readonly concurrent_sessions: "one" | "unlimited";
  readonly session_store: "database" | "distributed_cache" | "file" | "memcached" | "none" | "process_memory" | "redis";
  readonly store_key_form: "hashed" | "plaintext";
  readonly store_evicts_live_entries: boolean;
  readonly app_instances: "one" | "two";
  readonly load_balancing: "round_robin" | "sticky";
  readonly store_scope: "per_instance" | "replicated_async" | "shared";
  readonly signing_key_scope: "per_instance" | "random_at_start" | "shared";
  readonly denylist_scope: "per_instance" | "shared";
  readonly denylist_outage: "fail_closed" | "fail_open";
  readonly verify_signature: boolean;
  readonly algorithm_policy: "allowlist_single" | "blocklist_none" | "trust_header";
  readonly signing_algorithm: "ES256" | "HS256" | "RS256";
  readonly signing_secret: "dictionary_word" | "published_default" | "random_256_bit";
  readonly key_id_lookup: "file_path" | "sql_concatenation" | "static_map";
  readonly header_key: "ignored" | "trusted";
  readonly check_exp: boolean;
  readonly check_aud: boolean;
  readonly check_iss: boolean;
  readonly check_typ: boolean;
  readonly clock_leeway: "none" | "seconds_30";
  readonly access_token_lifetime: "hour_1" | "minutes_5" | "unlimited";
  readonly token_revocation: "denylist" | "introspection" | "none" | "per_user_key" | "status_list" | "token_version";
  readonly denylist_key: "jti" | "raw_token_hash";
  readonly denylist_entry_lifetime: "shorter_than_exp" | "until_exp";
  readonly revocation_cache: "none" | "seconds_60";
  readonly refresh_tokens: "none" | "rotating" | "rotating_with_reuse_detection" | "static";
  readonly refresh_token_binding: "client_authenticated" | "none" | "sender_constrained";
  readonly refresh_grace: "none" | "seconds_10";
  readonly refresh_absolute_lifetime: "finite" | "unlimited";
  readonly sender_constraint: "dbsc" | "dpop" | "ip_address" | "mtls" | "none" | "user_agent";
  readonly resource_server_checks_binding: boolean;
  readonly binding_key_extractable: boolean;
  readonly dpop_proof_memory: "none" | "per_instance" | "shared";
  readonly dpop_server_nonce: boolean;
  readonly dbsc_unbound_cookie_accepted: boolean;
  readonly invalidate_on_logout: boolean;
  readonly logout_deletes: "identity_only" | "record";
  readonly clear_client_on_logout: boolean;
  readonly logout_scope: "all_sessions" | "this_session";
  readonly logout_method: "GET" | "POST";
  readonly clear_site_data_on_logout: boolean;
  readonly logout_revokes_refresh_token: boolean;
  readonly idle_timeout: "client_side" | "none" | "server_side";
  readonly absolute_timeout: "client_side" | "none" | "server_side";
  readonly password_change_revokes: "all_sessions" | "none" | "other_sessions";
  readonly rotate_after_password_change: boolean;
  readonly account_disable_revokes: boolean;
  readonly remember_me: "none" | "signed_static" | "stored_token";
  readonly identity_provider: "none" | "oidc_code_flow";
  readonly idp_logout: "back_channel" | "front_channel" | "local_only" | "rp_initiated";
  readonly idp_reauthentication: "enforced_by_provider" | "requested_by_client" | "sso";
  readonly oauth_request_binding: boolean;
  readonly oauth_response_mode: "form_post" | "query";
  readonly login_method: "one_time_code" | "passkey" | "password";
  readonly csrf_defence: "custom_header" | "double_submit_naive" | "double_submit_signed" | "fetch_metadata_reject_cross_site" | "fetch_metadata_same_origin_only" | "none" | "origin_check" | "synchronizer_token";
  readonly csrf_protects_login: boolean;
  readonly csrf_checks_safe_methods: boolean;
  readonly rotate_csrf_secret_after_login: boolean;
  readonly state_change_on_get: boolean;
  readonly method_override_on_get: boolean;
  readonly cors_policy: "allowlist" | "any_without_credentials" | "none" | "reflect_any_with_credentials";
  readonly websocket_origin_check: boolean;
  readonly framing_denied: boolean;
  readonly tls: "http_only" | "https_only" | "https_with_http_port_open";
  readonly hsts: "host" | "include_subdomains" | "none";
  readonly referrer_policy: "browser_default" | "no_referrer" | "unsafe_url";
  readonly cache_control: "cacheable" | "no_store";
  readonly credential_logging: "raw" | "redacted";
  readonly proxy_strips_identity_headers: boolean;
  readonly api_key_expiry: "finite" | "none";
  readonly signature_required: boolean;
  readonly signature_covers_body: boolean;
  readonly signature_covers_target: boolean;
  readonly signature_timestamp_window: "minutes_5" | "none";
  readonly signature_nonce_memory: "none" | "per_instance" | "shared" | "shared_shorter_than_window";
  readonly webhook_verification: boolean;
  readonly webhook_timestamp_check: boolean;
  readonly webhook_id_deduplication: boolean;
  readonly assertion_jti_check: boolean;
  readonly risk_based_invalidation: "none" | "revoke" | "step_up";
  readonly session_list: boolean;
}

export interface Difference {
  readonly number: number;
  readonly parts: readonly (string)[];
  readonly before: number | null;
}

export interface Duration {
  readonly name: string;
  readonly seconds: number;
  readonly text: string;
}

export interface Effect {
  readonly switch: string;
  readonly old: string | boolean;
  readonly new: string | boolean;
  readonly differences: readonly (Difference)[] | null;
}

export interface Entry {
  readonly id: string;
  readonly token: string;
  readonly text: string;
  readonly user: string | null;
  readonly authenticated: boolean;
  readonly role: string;
  readonly created: number;
  readonly seen: number;
  readonly items: number;
  readonly change: string;
  readonly known_on: readonly (string)[];
  readonly unknown_on: readonly (string)[];
  readonly late: boolean;
}

export interface Environment {
  readonly third_party_cookies: "allowed" | "blocked";
  readonly default_same_site: "lax_with_2_minute_post_window" | "none" | null;
  readonly plaintext_reachable: boolean;
}

export interface Exchange {
  readonly number: number;
  readonly action_number: number;
  readonly action: string;
  readonly actor: string;
  readonly verb: string;
  readonly title: string;
  readonly part: number;
  readonly parts: number;
  readonly browser: string;
  readonly clock: number;
  readonly time: string;
  readonly request: Request | null;
  readonly steps: readonly (Step)[];
  readonly look_ups: number;
  readonly response: Response | null;
  readonly listening: boolean;
  readonly waits: boolean;
  readonly sent: readonly (Sent)[];
  readonly withheld: readonly (Withheld)[];
  readonly stored: readonly (Stored)[];
  readonly refused: readonly (Refused)[];
  readonly jar: readonly (Cookie)[];
  readonly jar_removed: readonly (Cookie)[];
  readonly store: readonly (Entry)[];
  readonly store_removed: readonly (Entry)[];
  readonly denied: readonly (Denied)[];
  readonly accounts: readonly (Account)[];
  readonly deeds: readonly (Deed)[];
  readonly browsers: readonly (Browser)[];
  readonly attacker_knows: readonly (Known)[];
  readonly live: readonly (Live)[];
  readonly auth: Auth;
  readonly state: string;
  readonly standing: State;
  readonly findings: readonly (Finding)[];
  readonly instance: string;
  readonly refresh: readonly (Refresh)[];
  readonly remembered: readonly (Remembered)[];
  readonly slow: number;
  readonly outage: boolean;
  readonly logged_addresses: readonly (string)[];
  readonly logged_headers: readonly (string)[];
  readonly cached: readonly (string)[];
  readonly served_by: string;
  readonly keys: readonly (Key)[];
  readonly used_ids: readonly (UsedId)[];
  readonly provider: Provider;
}

export interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly text: string;
  readonly source: string;
}

export interface Fixed {
  readonly attack: string;
  readonly outcome: string;
  readonly kind: string;
  readonly cost: number;
  readonly turns: readonly (LeastChange)[];
}

export interface Framework {
  readonly name: string;
  readonly presets: readonly (PresetTold)[];
}

export interface Kept {
  readonly storage: string;
  readonly value: string;
  readonly token: string | null;
  readonly change: string;
  readonly use: string;
}

export interface Key {
  readonly token: string;
  readonly text: string;
  readonly user: string;
  readonly registered: number;
  readonly change: string;
}

export interface Known {
  readonly token: string;
  readonly text: string;
  readonly change: string;
  readonly user: string | null;
  readonly usable: boolean;
}

export interface LeastChange {
  readonly changes: readonly (Change)[];
  readonly design: Readonly<Record<string, string | boolean>>;
}

export interface Live {
  readonly id: string;
  readonly user: string;
}

export interface Model {
  readonly version: string;
  readonly language: string;
  readonly switches: readonly (ModelSwitch)[];
  readonly environment: readonly (ModelSwitch)[];
  readonly components: readonly (Component)[];
  readonly verbs: readonly (ModelVerb)[];
  readonly policies: readonly (ModelPolicy)[];
  readonly policy: string;
  readonly first_actions: readonly (string)[];
  readonly stories: readonly (ModelStory)[];
  readonly documents: readonly (ModelDocument)[];
  readonly trace_version: number;
  readonly most_actions: number;
  readonly words: Readonly<Record<string, string>>;
}

export interface ModelDocument {
  readonly key: string;
  readonly title: string;
  readonly url: string;
}

export interface ModelField {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (ModelWord)[];
  readonly takes: string;
}

export interface ModelPolicy {
  readonly name: string;
  readonly dated: string;
  readonly text: string;
}

export interface ModelScene {
  readonly actions: readonly (string)[];
  readonly design: Readonly<Record<string, string | boolean>>;
}

export interface ModelStory {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly question: string;
  readonly answer: string;
  readonly scenes: readonly (ModelScene)[];
}

export interface ModelSwitch {
  readonly id: string;
  readonly component: string;
  readonly tier: number;
  readonly values: readonly (string | boolean)[];
  readonly start: string | boolean;
  readonly safe: string | boolean;
  readonly meaning: string;
  readonly rules: readonly (string)[];
  readonly source: string;
}

export interface ModelVerb {
  readonly name: string;
  readonly group: string;
  readonly key: string;
  readonly takes_number: boolean;
  readonly variants: readonly (Variant)[];
  readonly fields: readonly (ModelField)[];
}

export interface ModelWord {
  readonly value: string;
  readonly text: string;
}

export interface Next {
  readonly senseless: readonly (Senselessness)[];
  readonly coming: Coming | null;
  readonly holds: string;
  readonly probes: readonly (Probe)[];
  readonly advice: readonly (Advice)[];
}

export interface Played {
  readonly version: number;
  readonly lab: string;
  readonly design: Design;
  readonly environment: Environment;
  readonly policy: string;
  readonly seed: number;
  readonly actions: readonly (string)[];
  readonly credentials: readonly (Credential)[];
  readonly exchanges: readonly (Exchange)[];
  readonly refused_actions: readonly (RefusedAction)[];
  readonly findings: readonly (Finding)[];
  readonly durations: readonly (Duration)[];
  readonly verdict: Verdict;
  readonly continuity: Continuity | null;
  readonly changed: Changes | null;
}

export interface PresetTold {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly date: string;
  readonly measured: boolean;
  readonly note: string;
  readonly design: Readonly<Record<string, string | boolean>>;
  readonly surprises: readonly (string)[];
}

export interface Presets {
  readonly frameworks: readonly (Framework)[];
}

export interface Probe {
  readonly code: string;
  readonly url: string;
  readonly method: string;
  readonly sent: boolean;
  readonly reasons: readonly (Reason)[];
}

export interface Problem {
  readonly code: string;
  readonly what: string;
  readonly instead: string;
  readonly pointer: string;
}

export interface ProblemDetails {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly problems: readonly (Problem)[];
  readonly type: string;
}

export interface Provider {
  readonly sessions: readonly (ProviderSession)[];
  readonly codes: readonly (ProviderCode)[];
  readonly kept_tokens: readonly (string)[];
  readonly logins: number;
}

export interface ProviderCode {
  readonly text: string;
  readonly user: string;
  readonly change: string;
}

export interface ProviderSession {
  readonly text: string;
  readonly user: string;
  readonly change: string;
}

export interface Reason {
  readonly code: string;
  readonly text: string;
  readonly source: string;
}

export interface Refresh {
  readonly token: string;
  readonly text: string;
  readonly user: string;
  readonly login: number;
  readonly state: string;
  readonly change: string;
}

export interface Refused {
  readonly cookie: string;
  readonly value: string;
  readonly token: string | null;
  readonly reasons: readonly (Reason)[];
  readonly attributes: Cookie;
}

export interface RefusedAction {
  readonly action_number: number;
  readonly action: string;
  readonly actor: string;
  readonly before: number;
  readonly code: string;
  readonly text: string;
}

export interface Remembered {
  readonly token: string;
  readonly text: string;
  readonly user: string;
  readonly change: string;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly text: string;
  readonly kind: string;
  readonly initiator: string | null;
  readonly by_tool: boolean;
  readonly encrypted: boolean;
  readonly tls_key: string;
}

export interface Response {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly text: string;
  readonly content: string;
}

export interface Senselessness {
  readonly action: string;
  readonly text: string;
}

export interface Sent {
  readonly cookie: string;
  readonly value: string;
  readonly token: string | null;
}

export interface State {
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly here: string;
  readonly elsewhere: string;
}

export interface Step {
  readonly code: string;
  readonly text: string;
  readonly look_up: boolean;
  readonly tokens: readonly (string)[];
}

export interface Stored {
  readonly cookie: string;
  readonly value: string;
  readonly token: string | null;
  readonly effect: string;
  readonly effect_text: string;
  readonly attributes: Cookie;
}

export interface Trace {
  readonly version: number;
  readonly lab: string;
  readonly design: Design;
  readonly environment: Environment;
  readonly policy: string;
  readonly seed: number;
  readonly actions: readonly (string)[];
  readonly credentials: readonly (Credential)[];
  readonly exchanges: readonly (Exchange)[];
  readonly refused_actions: readonly (RefusedAction)[];
  readonly findings: readonly (Finding)[];
  readonly durations: readonly (Duration)[];
  readonly verdict: Verdict;
  readonly continuity: Continuity | null;
}

export interface Try {
  readonly who: string;
  readonly by_copy: boolean;
  readonly token: string | null;
  readonly user: string | null;
  readonly ground: string;
  readonly text: string;
}

export interface Turn {
  readonly switch: string;
  readonly value: string | boolean;
}

export interface Turning {
  readonly switch: string;
  readonly value: string | boolean;
}

export interface UsedId {
  readonly purpose: string;
  readonly id: string;
  readonly at: number;
  readonly change: string;
}

export interface Variant {
  readonly action: string;
  readonly actor: string;
  readonly argument: string;
  readonly title: string;
}

export interface Verdict {
  readonly text: string;
  readonly who: string;
  readonly why: string;
  readonly token: string | null;
  readonly ground: string;
  readonly ended_in: number | null;
  readonly ended_by: string | null;
  readonly tries: readonly (Try)[];
  readonly turns: readonly (Turn)[];
}

export interface Withheld {
  readonly cookie: string;
  readonly value: string;
  readonly token: string | null;
  readonly reasons: readonly (Reason)[];
}
