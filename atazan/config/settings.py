"""Settings. What differs from place to place comes from the environment.

ATAZAN_HOME      folder for the database and files (default: `var` in the current folder)
ATAZAN_DATABASE  database URL; default: SQLite in ATAZAN_HOME
ATAZAN_SECRET    secret key; without it one is made and kept in ATAZAN_HOME
ATAZAN_HOSTS     host names the portal answers to, comma-separated (default: this machine only)
ATAZAN_CLAMD     ClamAV daemon that scans uploads: unix:/path or host:port (default: none)
ATAZAN_DEBUG     1 shows errors to the browser (never on a public server)
"""

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("ATAZAN_HOME", "var")).resolve()
DEBUG = os.environ.get("ATAZAN_DEBUG") == "1"
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
    "atazan.sources",
    "atazan.portal",
]

# Where each register app lists its deeds; the journal asks no app by name.
ATAZAN_DEEDS = [
    "atazan.journal.corrections",
    "atazan.sources.record",
    "atazan.institutions.record",
    "atazan.law.record",
    "atazan.decisions.record",
    "atazan.reform.record",
    "atazan.cooperation.record",
    "atazan.monitoring.record",
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
    "atazan.portal.middleware.day_of_the_page",
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
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
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
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator")
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_CALLABLE = "atazan.portal.sign_in.locked_out"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
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

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
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
