// SPDX-FileCopyrightText: 2026 The Peerdesk developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/jwks.h"
#include "auth/jwt.h"

#include <QJsonDocument>
#include <QTest>

using namespace peerdesk;

namespace {

/// What was broken into lines for the eye.
QByteArray unwrapped(QByteArray text)
{
    return text.replace('\n', "").replace(' ', "");
}

} // namespace

/// Signatures that others made, and those that nobody can have made.
class TstSignatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedSignaturesAreUnderstood() // RFC 7515 appendices A.2 and A.3, RFC 8037 appendix A
    {
        const QByteArray claims =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        const auto verdict = [](const QByteArray &key, const QByteArray &head, const QByteArray &payload,
                                const QByteArray &signature) {
            Jwt token;
            token.header = QJsonDocument::fromJson(*fromBase64Url(head)).object();
            token.signedPart = head + '.' + payload;
            token.signature = *fromBase64Url(signature);
            const auto set = Jwks::parse("{\"keys\":[" + key + "]}");
            return set && set->verify(token).ok();
        };
        const QByteArray ellipticKey = R"({"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"})";
        const QByteArray elliptic =
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        QVERIFY(verdict(ellipticKey, "eyJhbGciOiJFUzI1NiJ9", claims, elliptic));
        QVERIFY(!verdict(ellipticKey, "eyJhbGciOiJFUzI1NiJ9", claims, "E" + elliptic.mid(1)));
        QVERIFY(!verdict(ellipticKey, "eyJhbGciOiJFUzI1NiJ9", claims, elliptic.left(80)));
        const QByteArray edwardsKey =
            R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})";
        const QByteArray edwards =
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        QVERIFY(verdict(edwardsKey, "eyJhbGciOiJFZERTQSJ9", "RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc", edwards));
        QVERIFY(!verdict(edwardsKey, "eyJhbGciOiJFZERTQSJ9", "RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmC", edwards));
        const QByteArray rsaKey =
            R"({"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mP
            ddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf
            63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvU
            K-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"})";
        const QByteArray rsa =
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5juj"
            "Gbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7"
            "K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np"
            "6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
        const QByteArray rsaHead = "eyJhbGciOiJSUzI1NiJ9";
        QVERIFY(verdict(unwrapped(rsaKey), rsaHead, claims, rsa));
        QVERIFY(!verdict(unwrapped(rsaKey), rsaHead, claims, "d" + rsa.mid(1)));
        QVERIFY(!verdict(unwrapped(rsaKey), rsaHead, claims, rsa.chopped(4)));
        QVERIFY(!verdict(unwrapped(rsaKey), rsaHead, claims.chopped(4), rsa));
    }

    void numbersThatNoSignatureHasAreRefused() // FIPS 186-4 section 6.4: r and s are in [1, n-1]
    {
        const QByteArray claims =
            "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        const auto set = Jwks::parse(R"({"keys":[{"kty":"EC","crv":"P-256",
            "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]})");
        const auto holds = [&set, &claims](const QByteArray &r, const QByteArray &s) {
            Jwt token;
            token.header = QJsonDocument::fromJson(R"({"alg":"ES256"})").object();
            token.signedPart = "eyJhbGciOiJFUzI1NiJ9." + claims;
            token.signature = r + s;
            return set->verify(token).ok();
        };
        const QByteArray good =
            *fromBase64Url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        const QByteArray r = good.left(32);
        const QByteArray s = good.mid(32);
        QVERIFY(holds(r, s));
        const QByteArray order =
            QByteArray::fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
        QByteArray above = order;
        above[31] = '\x52';
        // Zeros hold for anything in libraries that forget to look at them, and what is above n for what it is modulo n.
        for (const QByteArray &number : {QByteArray(32, '\0'), order, above, QByteArray(32, '\xff')}) {
            QVERIFY(!holds(number, s));
            QVERIFY(!holds(r, number));
            QVERIFY(!holds(number, number));
        }
        QVERIFY(!holds(QByteArray(1, '\0') + r, s)); // as DER would have it
        QVERIFY(!holds({}, s));
    }
};

QTEST_GUILESS_MAIN(TstSignatures)
#include "tst_signatures.moc"
