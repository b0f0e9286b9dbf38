"""Settings. What differs from place to place comes from the environment.

ATAZAN_HOME      folder for the database and files (default: `var` in the current folder)
ATAZAN_DATABASE  database URL; default: SQLite in ATAZAN_HOME
ATAZAN_SECRET    secret key; without it one is made and kept in ATAZAN_HOME
ATAZAN_HOSTS     host names the portal answers to, comma-separated (default: this machine only)
ATAZAN_CLAMD     ClamAV daemon that scans uploads: unix:/path or host:port (default: none)
ATAZAN_PUBLIC_NAMES  applicants in the public register of cases: none or initials (default: none)
ATAZAN_ECLI_COUNTRY  country code of ECLI, once one is assigned (default: none, no ECLI is printed)
ATAZAN_HTTPS     1 where readers come over HTTPS: cookies never travel without it
ATAZAN_PROXIES   how many proxies of your own stand before the portal (default: 0)
ATAZAN_TEXTS     folder of law texts that `atazan run` imports (default: ../shared/corpus, if there)
ATAZAN_SEARCH    tantivy, postgresql or an OpenSearch: https://name:password@host (default: tantivy)
ATAZAN_SEARCH_KEY  API key for that OpenSearch, instead of a name and password
ATAZAN_EMAIL     server for letters, smtp://name:password@host:587 (default: ATAZAN_HOME/mail)
ATAZAN_EMAIL_FROM  address letters come from
ATAZAN_SITE      address of the portal as letters give it (default: http://localhost:8000)
ATAZAN_DEMO      1: demo accounts, and no second factor (`atazan run`: 1 on its own SQLite, else 0)
ATAZAN_DEBUG     1 shows errors to the browser (never on a public server)
"""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("ATAZAN_HOME", "var")).resolve()
ATAZAN_TEXTS = Path(os.environ.get("ATAZAN_TEXTS") or PACKAGE.parents[1] / "shared" / "corpus")
DEBUG = os.environ.get("ATAZAN_DEBUG") == "1"
ATAZAN_DEMO = os.environ.get("ATAZAN_DEMO") == "1"
HTTPS = os.environ.get("ATAZAN_HTTPS") == "1"
ATAZAN_CLAMD = os.environ.get("ATAZAN_CLAMD", "")


def _secret() -> str:
    given = os.environ.get("ATAZAN_SECRET")
    if given:
        return given
    kept = HOME / "secret"
    if not kept.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50), "utf-8")
    return kept.read_text("utf-8")


SECRET_KEY = _secret()
ALLOWED_HOSTS = os.environ.get("ATAZAN_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "axes",
    "atazan.journal",
    "atazan.institutions",
    "atazan.law",
    "atazan.docket",
    "atazan.decisions",
    "atazan.reform",
    "atazan.cooperation",
    "atazan.monitoring",
    "atazan.api",
    "atazan.sources",
    "atazan.sources.watched",
    "atazan.search",
    "atazan.library",
    "atazan.portal",  # before allauth: its pages stand in our templates
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

# Where each register app lists its deeds; the journal asks no app by name.
ATAZAN_DEEDS = [
    "atazan.journal.corrections",
    "atazan.sources.record",
    "atazan.institutions.record",
    "atazan.law.record",
    "atazan.docket.record",
    "atazan.decisions.record",
    "atazan.reform.record",
    "atazan.cooperation.record",
    "atazan.monitoring.record",
]

# Where each room says what of it is searched; the search asks no room by name.
ATAZAN_SEARCHED = [
    "atazan.law.searched",
    "atazan.decisions.searched",
    "atazan.docket.searched",
    "atazan.institutions.searched",
    "atazan.reform.searched",
    "atazan.cooperation.searched",
    "atazan.sources.searched",
    "atazan.portal.searched",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "atazan.law.works_known.works_of_the_register",
    "atazan.portal.middleware.day_of_the_page",
    "atazan.portal.middleware.reader_of_the_page",
    "atazan.portal.middleware.letters_after_a_deed",
    "atazan.portal.accounts.second_factor.second_factor",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "atazan.config.urls"
WSGI_APPLICATION = "atazan.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "atazan.portal.context.page",
            ],
            "builtins": ["atazan.portal.templatetags.atazan"],
        },
    }
]

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=268435456;",
    "timeout": 20,
}
DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("ATAZAN_DATABASE") or f"sqlite:///{HOME / 'atazan.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    HOME.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = _SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_VALIDATORS = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_VALIDATORS}CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_CALLABLE = "atazan.portal.accounts.sign_in.locked_out"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_IPWARE_PROXY_COUNT = int(os.environ.get("ATAZAN_PROXIES") or 0) or None

ACCOUNT_ADAPTER = "atazan.portal.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900  # seconds
ACCOUNT_FORMS = {
    "login": "atazan.portal.accounts.forms.SignIn",
    "signup": "atazan.portal.accounts.forms.SignUp",
    "change_password": "atazan.portal.accounts.forms.ChangePassword",
    "set_password": "atazan.portal.accounts.forms.SetPassword",
    "reset_password_from_key": "atazan.portal.accounts.forms.NewPassword",
}
ALLAUTH_TRUSTED_PROXY_COUNT = AXES_IPWARE_PROXY_COUNT or 0
MFA_ADAPTER = "atazan.portal.accounts.adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = ATAZAN_DEMO  # http://localhost
MFA_FORMS = {"add_webauthn": "atazan.portal.accounts.forms.AddKey"}
SESSION_COOKIE_AGE = 14 * 24 * 3600
ATAZAN_STAFF_SESSION_HOURS = 12
CSRF_FAILURE_VIEW = "atazan.portal.faults.stale_form"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Almaty"

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def _email(url: str) -> dict[str, object]:
    """`smtp://name:password@host:port` (STARTTLS where there is a password) or `smtps://…`."""
    parts = urlsplit(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.password),
        "EMAIL_TIMEOUT": 20,
    }


if os.environ.get("ATAZAN_EMAIL"):
    globals().update(_email(os.environ["ATAZAN_EMAIL"]))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "mail"
ATAZAN_SITE = os.environ.get("ATAZAN_SITE", "http://localhost:8000").rstrip("/")
DEFAULT_FROM_EMAIL = os.environ.get("ATAZAN_EMAIL_FROM") or "atazan@localhost"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
# Whether the public register of cases shows initials of private applicants, or no names at all.
ATAZAN_PUBLIC_NAMES = os.environ.get("ATAZAN_PUBLIC_NAMES", "none")
# Where the search index is kept.
ATAZAN_SEARCH = os.environ.get("ATAZAN_SEARCH") or "tantivy"
ATAZAN_SEARCH_KEY = os.environ.get("ATAZAN_SEARCH_KEY", "")
# The country code of the European Case Law Identifier; None until one is assigned.
ATAZAN_ECLI_COUNTRY = os.environ.get("ATAZAN_ECLI_COUNTRY") or None
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "script-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
