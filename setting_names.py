"""The names of all settings, what each is for, and the addresses that stand where none is set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SIGNALS: Final = ("chat", "recordings", "call_events")
"""What Graph can be asked to tell of a meeting (teams-platform 5)."""

CHAT_READINGS: Final = ("recordings", "own", "none")
"""What of a meeting's chat is read; every choice but the last needs ``ChatMessage.Read.Chat``."""

SETTINGS: Final[Mapping[str, str]] = {
    "MicrosoftAppId": "Bottens app-id i Entra (også: CLIENT_ID, BOT_ID).",
    "MicrosoftAppPassword": "Bottens hemmelighed; kun ved SingleTenant (også: CLIENT_SECRET, BOT_PASSWORD).",
    "MicrosoftAppType": "SingleTenant (standard) eller UserAssignedMSI (også: BOT_TYPE).",
    "MicrosoftAppTenantId": "Kommunens tenant-id i Entra (også: TENANT_ID).",
    "TEAMS_APP_ID": "Id'et i Teams-pakkens manifest; standard er bottens app-id.",
    "DATABASE_URL": "PostgreSQL-adressen, postgresql+psycopg://…; kræves uden EMBEDDED_DATABASE=1.",
    "EMBEDDED_DATABASE": "1 = start en indbygget PostgreSQL i DATA_DIR (kun python app.py).",
    "DATA_DIR": "Mappe til den indbyggede database; standard .data.",
    "PUBLIC_URL": "Den https-adresse, som Teams kan nå programmet på.",
    "CALLBACK_URL": "Den https-adresse, som Graph melder tilbage på; standard er PUBLIC_URL.",
    "SUBSCRIPTIONS": "Hvad Graph skal melde til programmet, komma imellem: chat, recordings, call_events; standard intet.",
    "CHAT_READING": "Hvad der læses i mødechatten: recordings (standard: om nogen optager, og om mødet er begyndt eller slut), own (også om Lydhørs egne beskeder kom frem) eller none (intet).",
    "SUBSCRIPTION_CEILING": "Det højeste antal abonnementer af hver slags i organisationen; standard 9000.",
    "HOST": "Adressen der lyttes på; standard 127.0.0.1.",
    "PORT": "Porten der lyttes på; standard 3978.",
    "MUNICIPALITY": "Kommunens profil: filnavn i guidelines/ uden .yaml, eller stien til en egen .yaml-fil; standard frederiksberg.",
    "ENCRYPTION_KEYS": "Nøgler til personoplysninger: navn:base64 (32 byte), komma imellem; den første låser.",
    "PAD_SEALED": "0 = lås personoplysninger, så udgaver fra før den 1. december 2026 kan læse dem; standard 1.",
    "DEPARTMENTS": "Stien til YAML-filen med afdelinger, godkendere, stedfortrædere og medarbejdere.",
    "CA_BUNDLE": "Fil med rodcertifikater, hvis de udgående adresser ikke bruger systemets.",
    "BOT_OPENID_METADATA": "OpenID-metadata for beskeder fra Teams.",
    "CALLS_OPENID_METADATA": "OpenID-metadata for opkald fra Graph.",
    "ENTRA_AUTHORITY": "Adressen hvor programmet henter sine tokens.",
    "GRAPH_URL": "Adressen på Microsoft Graph.",
    "SERVICE_URL_HOSTS": "Tilladte værter i serviceUrl, komma imellem.",
    "TRUSTED_PROXIES": "Netværk med egne proxyer, komma imellem; kun derfra læses X-Forwarded-For.",
    "ADDRESS_REQUESTS_PER_SECOND": "Hvor mange kald i sekundet én adresse må lave; standard 200.",
    "ADDRESS_REQUESTS_AT_ONCE": "Hvor mange kald fra én adresse der besvares på én gang; flere venter på tur. Standard 100.",
    "TENANT_REQUESTS_PER_SECOND": "Hvor mange kald i sekundet der tages imod fra kommunens tenant; standard 200.",
    "METRICS_TOKEN": "Det token, som overvågningen henter /metrics med; uden det svarer /metrics ingen i drift.",
    "JOURNAL_EXPORT_DIR": "Mappe uden for programmet, hvor journalens rødder lægges hver time.",
    "START_POLL_SECONDS": "Hvor ofte der ses efter, om et møde er begyndt (sekunder); standard 20.",
    "WATCH_POLL_SECONDS": "Hvor ofte der ses efter en Teams-optagelse (sekunder); standard 4.",
    "HEARTBEAT_SECONDS": "Hvor ofte en kørende udgave giver livstegn til de andre; standard 2.",
    "STALL_SECONDS": "Hvor længe uden livstegn, før de andre overtager dens opgaver; standard 6.",
    "VOICE": "1 = Lydhør siger det højt i møder; 0 = aldrig. Standard 0; make run sætter 1.",
    "VOICE_LATE_SECONDS": "Hvor længe nye i et møde samles, før de får det sagt højt (sekunder); standard 8.",
    "NOTE_TAKER_NAMES": "Flere navne på programmer, der tager noter i møder, komma imellem.",
    "LOG_LEVEL": "DEBUG, INFO (standard), WARNING eller ERROR.",
    "SANDBOX": "1 = kørsel mod sandkassen på egen maskine.",
}
"""Every setting with what it is for; ``docs/`` lists the same names (a test compares)."""

ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "MicrosoftAppId": ("CLIENT_ID", "BOT_ID"),
    "MicrosoftAppPassword": ("CLIENT_SECRET", "BOT_PASSWORD"),
    "MicrosoftAppType": ("BOT_TYPE",),
    "MicrosoftAppTenantId": ("TENANT_ID",),
}

ADDRESSES: Final[Mapping[str, str]] = {
    "BOT_OPENID_METADATA": "https://login.botframework.com/v1/.well-known/openidconfiguration",
    "CALLS_OPENID_METADATA": "https://api.aps.skype.com/v1/.well-known/OpenIdConfiguration",
    "ENTRA_AUTHORITY": "https://login.microsoftonline.com",
    "GRAPH_URL": "https://graph.microsoft.com",
}
