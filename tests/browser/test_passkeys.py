"""A passkey is made and opens the account, in a real browser with a virtual authenticator."""

import pytest

pytestmark = pytest.mark.browser
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser):
    """A page whose device keeps passkeys; what the browser complains of is collected."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    made = device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.device, page.authenticator = device, made["authenticatorId"]
    yield page
    context.close()


def test_a_passkey_is_made_and_signs_in_without_a_password(served, page):
    url = served.url.replace("127.0.0.1", "localhost")
    page.goto(f"{url}/kk/demo/")
    with page.expect_navigation():
        page.locator("form:has(input[value=daniyar]) button").click()
    page.goto(f"{url}/kk/account/passkeys/add/")
    page.locator("#id_name").fill("Телефон")
    with page.expect_navigation():
        page.locator("#add-key").click()
    page.goto(f"{url}/kk/account/")
    assert "Телефон" in page.locator("main").inner_text()
    with page.expect_navigation():
        page.locator("main form[action$='sign-out/'] button").click()

    page.goto(f"{url}/ru/sign-in/")
    with page.expect_navigation():
        page.locator("#passkey_login").click()
    page.goto(f"{url}/ru/account/")
    assert "daniyar" in page.locator("main").inner_text()
    assert not page.complaints  # the content security policy refused nothing


def test_a_device_that_refuses_is_told_of_on_the_page(served, page):
    page.device.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": page.authenticator})
    off = {**AUTHENTICATOR, "isUserVerified": False}
    page.device.send("WebAuthn.addVirtualAuthenticator", {"options": off})
    page.goto(f"{served.url.replace('127.0.0.1', 'localhost')}/en/sign-in/")
    page.locator("#passkey_login").click()

    page.locator("#passkey-problem").wait_for(state="visible")
    assert "Press again" in page.locator("#passkey-problem").inner_text()
