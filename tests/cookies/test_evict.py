from __future__ import annotations

from sessionlab.cookies.evict import remove_excess, remove_expired
from sessionlab.cookies.policy import CHROMIUM_156, DAY, STRICT_SPEC
from sessionlab.value import replace
from tests.cookies.making import NOW, cookie

SMALL = replace(
    CHROMIUM_156, most_per_site=4, purged_to_per_site=2, most_in_all=6, purged_to_in_all=5, most_per_partition=3
)


def names(jar) -> str:
    return "".join(one.name for one in jar)


def aged(letters: str, **changes):
    """Cookies of which the first was not used for longest."""
    return tuple(cookie(name, last_access=NOW - 100 + at, **changes) for at, name in enumerate(letters))


def test_expired_cookies_are_removed():
    jar = (cookie("a", expiry=NOW - 1), cookie("b"))
    assert remove_expired(jar, NOW) == (jar[1:], jar[:1])


def test_nothing_goes_while_a_site_is_within_its_limit():
    jar = aged("abcd")
    assert remove_excess(jar, jar[-1], SMALL, NOW) == (jar, ())


def test_a_site_over_its_limit_is_purged_to_well_below_it_least_used_first():
    jar = aged("abcde")
    kept, gone = remove_excess(jar, jar[-1], SMALL, NOW)
    assert (names(kept), names(gone)) == ("de", "abc")


def test_secure_cookies_stay_longest_and_expired_ones_go_first():
    jar = (*aged("ab", secure=True), *aged("cd"), cookie("e", secure=True, expiry=NOW - 1))
    kept, gone = remove_excess(jar, jar[-1], SMALL, NOW)
    assert (names(kept), names(gone)) == ("ab", "cde")


def test_a_secure_cookie_goes_where_no_other_is_left():
    jar = aged("abcde", secure=True)
    assert names(remove_excess(jar, jar[-1], SMALL, NOW)[0]) == "de"


def test_all_hosts_of_a_site_count_together_and_other_sites_do_not():
    jar = (*aged("abc"), *aged("de", domain="other.example.test"), *aged("fg", domain="elsewhere.test"))
    kept, gone = remove_excess(jar, jar[4], SMALL, NOW)
    assert sorted(names(gone)) == ["a", "b", "d"]
    assert "f" in names(kept)


def test_over_the_limit_of_all_sites_only_what_was_idle_for_a_month_goes():
    sites = tuple(cookie(name, domain=f"{name}.test", last_access=NOW) for name in "abcdefg")
    assert remove_excess(sites, sites[-1], SMALL, NOW)[1] == ()
    idle = tuple(replace(one, last_access=NOW - 31 * DAY) for one in sites)
    assert names(remove_excess(idle, idle[-1], SMALL, NOW)[1]) == "ab"


def test_a_partition_has_limits_of_its_own_in_number_and_octets():
    jar = aged("abcd", partition_key="https://top.test", secure=True)
    assert names(remove_excess(jar, jar[-1], SMALL, NOW)[1]) == "a"
    heavy = tuple(replace(one, octets=4000) for one in jar[:3])
    assert names(remove_excess(heavy, heavy[-1], SMALL, NOW)[1]) == "a"


def test_the_standard_sets_no_limit():
    jar = aged("abcdefghij" * 100)
    assert remove_excess(jar, jar[-1], STRICT_SPEC, NOW) == (jar, ())
