"""The reading pages in a real browser: readable by everybody, on a narrow screen too, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PATHS = (
    "/",
    "/queries",
    "/queries?lang=nl",
    "/queries/publishers-ranked",
    "/queries/icg-casualties-by-month?from=2022-08-01&to=2022-09-30",
    "/queries/figures-of-event?event=event/fighting-september-2022",
    "/queries/trace-figure",
    "/queries/places-on-a-map?lang=nl",
    "/documents",
    "/documents/cedoca-2023-12-05",
    "/documents/flemish-question-2022?lang=nl",
    "/quality",
    "/search?q=karabach",
    "/id/document/cedoca-2023-12-05",
    "/id/claim/cedoca-2023-12-05-180-1",
    "/id/footnote/cedoca-2023-12-05-26",
    "/id/event/fighting-september-2022",
    "/id/place/stepanakert?lang=nl",
    "/id/citation",
    "/kind/outcome",
    "/graph/icg-casualties",
    "/ontology",
    "/data",
    "/sparql",
    "/sparql?query=SELECT%20*%20{?s%20a%20?o}%20LIMIT%203",
    "/id/claim/none",
)
WIDTHS = (320, 1280)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.fixture(scope="module", params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return a page of a narrow and of a wide window; the policy against inline code would stop axe itself."""
    page = browser.new_page(viewport={"width": request.param, "height": 900}, bypass_csp=True)
    yield page
    page.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_accessible_and_fits(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in found] == []


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_both_colour_schemes_have_contrast(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page.goto(f"{address}/id/footnote/cedoca-2023-12-05-26")
    found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    page.close()
    assert found == []


def test_a_question_is_asked_and_followed_without_javascript(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}/queries/figures-by-outcome")
    page.get_by_label("outcome").select_option("kind/outcome/killed")
    page.get_by_role("button", name="Ask").click()
    assert "outcome=kind%2Foutcome%2Fkilled" in page.url
    assert page.get_by_role("heading", name="Answer").count() == 1
    page.close()


def test_the_skip_link_is_first_and_leads_to_the_content(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.close()


def test_no_page_asks_another_server_for_anything(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    for path in PATHS:
        page.goto(address + path)
    page.close()
    assert [url for url in asked if not url.startswith(address)] == []
    assert [fault for fault in faults if "404" not in fault] == []
