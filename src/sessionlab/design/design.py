"""A complete design: one value for every switch. The fields are made from the switches by `scripts/generate`."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from typing import Any, Literal, TypeVar

from sessionlab.value import Value

T = TypeVar("T")


@functools.cache
def _reader(switches: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What reads several switches of a design in one go."""
    if len(switches) == 1:
        return lambda design: (getattr(design, switches[0]),)
    return operator.attrgetter(*switches)


class Design(Value, kw_only=True):
    """What somebody decided about login state, switch by switch; what is not said is as in the plain starting point.

    The engine reads it one attribute at a time, as late as it can. So a *lazy* design, which decides a switch only
    when it is read, can stand in its place: it answers to the same methods, sometimes with a deferred term.
    """

    # begin of the generated fields
    # session_model
    session_type: Literal[
        "server_session",
        "jwt",
        "signed_cookie",
        "encrypted_cookie",
        "unsigned_cookie",
        "opaque_token",
        "api_key",
        "signed_request",
        "client_certificate",
        "webhook_signature",
        "jwt_assertion",
    ] = "server_session"
    client_type: Literal[
        "browser", "single_page_app", "mobile_app", "desktop_app", "cli", "api_client", "server", "webhook_sender"
    ] = "browser"
    credential_transport: Literal[
        "cookie", "authorization_header", "custom_header", "url_query", "request_body", "tls_handshake"
    ] = "cookie"
    client_storage: Literal[
        "cookie_jar",
        "local_storage",
        "session_storage",
        "js_memory",
        "web_worker",
        "os_keystore",
        "file",
        "environment_variable",
    ] = "cookie_jar"
    oauth_client_pattern: Literal["none", "bff", "token_mediating_backend", "browser_client"] = "none"
    # cookie_attributes
    http_only: bool = True
    secure: bool = True
    same_site: Literal["lax", "strict", "none", "unset"] = "lax"
    cookie_domain: Literal["host_only", "parent_domain"] = "host_only"
    cookie_prefix: Literal["none", "__Secure-", "__Host-", "__Http-", "__Host-Http-"] = "none"
    cookie_path: Literal["/", "narrow"] = "/"
    cookie_lifetime: Literal["browser_session", "persistent"] = "browser_session"
    cookie_size: Literal["fits", "over_4096_bytes"] = "fits"
    duplicate_cookie_policy: Literal["first", "last", "reject"] = "first"
    # session_handling
    session_created: Literal["at_visit", "at_session_read", "at_first_write", "at_login"] = "at_login"
    session_id_generator: Literal["csprng_128", "csprng_64", "random_32", "counter", "timestamp"] = "csprng_128"
    rotate_after_login: bool = True
    old_id_after_rotation: Literal["deleted", "kept_anonymous", "kept_authenticated"] = "deleted"
    accept_unknown_session_id: bool = False
    accept_session_id_in_url: bool = False
    sign_session_id: bool = False
    session_save: Literal["on_change", "every_request"] = "on_change"
    session_write: Literal["update_existing", "upsert", "locked"] = "update_existing"
    session_auth_hash: bool = False
    user_data_source: Literal["user_record", "session_snapshot"] = "session_snapshot"
    reauthenticate_sensitive_actions: bool = False
    concurrent_sessions: Literal["unlimited", "one"] = "unlimited"
    # store
    session_store: Literal["process_memory", "redis", "database", "memcached", "distributed_cache", "file", "none"] = (
        "process_memory"
    )
    store_key_form: Literal["plaintext", "hashed"] = "plaintext"
    store_evicts_live_entries: bool = False
    # topology
    app_instances: Literal["one", "two"] = "one"
    load_balancing: Literal["round_robin", "sticky"] = "round_robin"
    store_scope: Literal["per_instance", "shared", "replicated_async"] = "per_instance"
    signing_key_scope: Literal["shared", "per_instance", "random_at_start"] = "shared"
    denylist_scope: Literal["shared", "per_instance"] = "shared"
    denylist_outage: Literal["fail_closed", "fail_open"] = "fail_closed"
    # token_lifecycle
    verify_signature: bool = True
    algorithm_policy: Literal["allowlist_single", "blocklist_none", "trust_header"] = "allowlist_single"
    signing_algorithm: Literal["HS256", "RS256", "ES256"] = "HS256"
    signing_secret: Literal["random_256_bit", "dictionary_word", "published_default"] = "random_256_bit"
    key_id_lookup: Literal["static_map", "file_path", "sql_concatenation"] = "static_map"
    header_key: Literal["ignored", "trusted"] = "ignored"
    check_exp: bool = True
    check_aud: bool = True
    check_iss: bool = True
    check_typ: bool = False
    clock_leeway: Literal["none", "seconds_30"] = "none"
    access_token_lifetime: Literal["minutes_5", "hour_1", "unlimited"] = "hour_1"
    token_revocation: Literal["none", "denylist", "token_version", "introspection", "status_list", "per_user_key"] = (
        "none"
    )
    denylist_key: Literal["jti", "raw_token_hash"] = "jti"
    denylist_entry_lifetime: Literal["until_exp", "shorter_than_exp"] = "until_exp"
    revocation_cache: Literal["none", "seconds_60"] = "none"
    refresh_tokens: Literal["none", "static", "rotating", "rotating_with_reuse_detection"] = "none"
    refresh_token_binding: Literal["none", "sender_constrained", "client_authenticated"] = "none"
    refresh_grace: Literal["none", "seconds_10"] = "none"
    refresh_absolute_lifetime: Literal["unlimited", "finite"] = "unlimited"
    sender_constraint: Literal["none", "dpop", "mtls", "dbsc", "ip_address", "user_agent"] = "none"
    resource_server_checks_binding: bool = True
    binding_key_extractable: bool = False
    dpop_proof_memory: Literal["none", "per_instance", "shared"] = "none"
    dpop_server_nonce: bool = False
    dbsc_unbound_cookie_accepted: bool = False
    # logout_and_expiry
    invalidate_on_logout: bool = True
    logout_deletes: Literal["record", "identity_only"] = "record"
    clear_client_on_logout: bool = True
    logout_scope: Literal["this_session", "all_sessions"] = "this_session"
    logout_method: Literal["POST", "GET"] = "POST"
    clear_site_data_on_logout: bool = False
    logout_revokes_refresh_token: bool = False
    idle_timeout: Literal["none", "client_side", "server_side"] = "none"
    absolute_timeout: Literal["none", "client_side", "server_side"] = "none"
    password_change_revokes: Literal["none", "other_sessions", "all_sessions"] = "none"
    rotate_after_password_change: bool = False
    account_disable_revokes: bool = False
    remember_me: Literal["none", "signed_static", "stored_token"] = "none"
    # identity_provider
    identity_provider: Literal["none", "oidc_code_flow"] = "none"
    idp_logout: Literal["local_only", "rp_initiated", "front_channel", "back_channel"] = "local_only"
    idp_reauthentication: Literal["sso", "requested_by_client", "enforced_by_provider"] = "sso"
    oauth_request_binding: bool = True
    oauth_response_mode: Literal["query", "form_post"] = "query"
    login_method: Literal["password", "one_time_code", "passkey"] = "password"
    # csrf_defences
    csrf_defence: Literal[
        "none",
        "synchronizer_token",
        "double_submit_naive",
        "double_submit_signed",
        "origin_check",
        "fetch_metadata_reject_cross_site",
        "fetch_metadata_same_origin_only",
        "custom_header",
    ] = "none"
    csrf_protects_login: bool = False
    csrf_checks_safe_methods: bool = False
    rotate_csrf_secret_after_login: bool = True
    state_change_on_get: bool = False
    method_override_on_get: bool = False
    cors_policy: Literal["none", "allowlist", "reflect_any_with_credentials", "any_without_credentials"] = "none"
    websocket_origin_check: bool = False
    framing_denied: bool = False
    # transport_and_exposure
    tls: Literal["https_only", "https_with_http_port_open", "http_only"] = "https_only"
    hsts: Literal["none", "host", "include_subdomains"] = "none"
    referrer_policy: Literal["browser_default", "unsafe_url", "no_referrer"] = "browser_default"
    cache_control: Literal["no_store", "cacheable"] = "cacheable"
    credential_logging: Literal["redacted", "raw"] = "redacted"
    proxy_strips_identity_headers: bool = True
    # machine_clients
    api_key_expiry: Literal["none", "finite"] = "none"
    signature_required: bool = True
    signature_covers_body: bool = True
    signature_covers_target: bool = True
    signature_timestamp_window: Literal["none", "minutes_5"] = "minutes_5"
    signature_nonce_memory: Literal["none", "per_instance", "shared", "shared_shorter_than_window"] = "none"
    webhook_verification: bool = True
    webhook_timestamp_check: bool = False
    webhook_id_deduplication: bool = False
    assertion_jti_check: bool = False
    # monitoring
    risk_based_invalidation: Literal["none", "step_up", "revoke"] = "none"
    session_list: bool = False
    # end of the generated fields

    def later(
        self, switches: str | tuple[str, ...], function: Callable[..., Any] | None = None, *arguments: Any
    ) -> Any:
        """`function(*values, *arguments)` of the named switches; without a function, the one switch's value."""
        if type(switches) is str:
            value = getattr(self, switches)
            return value if function is None else function(value, *arguments)
        values = _reader(switches)(self)
        return values[0] if function is None else function(*values, *arguments)

    def decide(self, switch: str, function: Callable[..., T], *arguments: Any) -> T:
        """`function(value, *arguments)`; a lazy design splits by the outcome rather than by the value."""
        return function(getattr(self, switch), *arguments)

    def outcome(self, function: Callable[..., T], *arguments: Any) -> T:
        """`function(*arguments)`: under a complete design, nothing in the arguments is deferred."""
        return function(*arguments)

    def settle(self, term: Any) -> Any:
        """The plain value of a term: under a complete design, the term itself."""
        return term

    def possibly(self, switch: str, function: Callable[[Any], bool]) -> bool:
        """Whether the switch's value may satisfy the function: under a complete design, whether it does."""
        return bool(function(getattr(self, switch)))

    def view(self, thing: Any) -> Any:
        """The thing as somebody who decides by it sees it: under a complete design, itself."""
        return thing
