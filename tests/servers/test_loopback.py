from __future__ import annotations

import ssl
import stat

from sessionlab.servers.loopback import throw_away_certificate


def test_a_throw_away_certificate_can_be_served_and_is_gone_afterwards():
    with throw_away_certificate() as path:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.exists()
    assert not path.parent.exists()
