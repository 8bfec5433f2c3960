#!/usr/bin/env python3
"""Uses a page that `entitygraph render -o page.html` or `diff --steps -o page.html` wrote, in headless Chromium, as a reader would.

validate-page.py PAGE [SCREENSHOT]: fails if the console says anything, if search, slider, filters, evidence or steps do not do what they should,
or if the page's title, which is a script, was run. Needs selenium, Chromium and its driver.
"""

import json
import shutil
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait


def check(what: str, holds: bool) -> None:
    if not holds:
        sys.exit(f"validate-page: {what}")


def visible(driver: webdriver.Chrome, kind: str) -> int:
    return driver.execute_script(f"return document.querySelectorAll('#page-stage .{kind}:not(.gone)').length")


def slide(driver: webdriver.Chrome, value: int) -> None:
    driver.execute_script("const s = document.getElementById('page-span'); s.value = arguments[0]; s.dispatchEvent(new Event('input'));", value)


def click(driver: webdriver.Chrome, identifier: str) -> None:
    driver.execute_script(
        "document.getElementById(arguments[0]).dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))", identifier)


def check_page(driver: webdriver.Chrome, data: dict, screenshot: str | None) -> None:
    """Search, slider, filters and evidence of a page of one graph."""
    for thing in data["nodes"]:
        check(f"{thing['name']} is drawn", driver.execute_script("return !!document.getElementById(arguments[0])", thing["elements"][0]))
    for edge in data["edges"]:
        check(f"{edge['elements'][0]} is drawn", driver.execute_script("return !!document.getElementById(arguments[0])", edge["elements"][0]))
    check("a script in the title stays text", driver.execute_script("return window.hacked === undefined") and "<script>" in driver.title)

    # Search finds a node and goes to it.
    name = max(data["nodes"], key=lambda node: len(node["name"]))["name"]
    search = driver.find_element(By.ID, "page-search")
    search.send_keys(name)
    check("search finds a node", driver.execute_script("return document.querySelectorAll('.node.hit').length") >= 1)
    search.send_keys(Keys.ENTER)
    check("the node's name stands in the evidence", name in driver.find_element(By.ID, "page-evidence").text)
    search.clear()
    driver.execute_script("document.getElementById('page-search').dispatchEvent(new Event('input'))")
    driver.find_element(By.ID, "page-fit").click()

    # The slider hides what is told of later days.
    all_edges, all_nodes = visible(driver, "edge"), visible(driver, "node")
    slide(driver, 0)
    first = visible(driver, "edge")
    check("the slider hides later edges", 0 < first < all_edges and visible(driver, "node") < all_nodes)
    driver.find_element(By.ID, "page-later").click()
    check("a button goes to the next day", visible(driver, "edge") >= first and "until" in driver.find_element(By.ID, "page-day").text)
    slide(driver, 10_000)
    check("the slider brings them back", visible(driver, "edge") == all_edges)

    # Filters by type, status and relation.
    for group in ("type", "status", "relation"):
        box = driver.find_element(By.CSS_SELECTOR, f"input[data-filter={group}]")
        box.click()
        check(f"the filter by {group} hides edges", visible(driver, "edge") < all_edges)
        box.click()
        check(f"the filter by {group} shows them again", visible(driver, "edge") == all_edges)

    # Evidence, with its trigger marked.
    edge = next(e for e in data["edges"] if any("trigger" in s for r in e["relations"] for s in r["statements"]))
    click(driver, edge["elements"][0])
    marks = driver.find_elements(By.CSS_SELECTOR, "#page-evidence mark")
    check("the trigger is marked", any(mark.text for mark in marks))
    if screenshot:
        driver.save_screenshot(screenshot)


def expected(data: dict, step: int) -> dict[str, int]:
    """How many lines a step shows, and how many of these are new, changed or gone, by the page's data."""
    counts, ends = {"edge": 0, "fresh": 0, "altered": 0, "lost": 0}, set()
    for edge in data["edges"]:
        now = [fact for fact in edge["relations"] if fact["known"][step] > 0]
        before = [fact for fact in edge["relations"] if fact["known"][max(0, step - 1)] > 0]
        counts["edge"] += bool(now or before)
        ends |= {edge["subject"], edge["object"]} if now or before else set()
        if not now:
            counts["lost"] += bool(before)
        elif not before:
            counts["fresh"] += 1
        elif step > 0 and ({id(f) for f in now} != {id(f) for f in before} or any(step in fact["changed"] for fact in now)):
            counts["altered"] += 1
    return counts | {"node": len(ends)}


def check_growth(driver: webdriver.Chrome, data: dict, screenshot: str | None) -> None:
    """The steps of a page that tells how a graph grew."""
    steps, later = data["steps"], driver.find_element(By.ID, "page-later")
    check("there are several steps", len(steps) > 2 and [s["day"] for s in steps] == sorted(s["day"] for s in steps))
    check("it begins with the first step", f"step 1 of {len(steps)}" in driver.find_element(By.ID, "page-day").text)
    for step in range(len(steps)):
        if step > 0:
            later.click()
        wanted = expected(data, step)
        found = {kind: visible(driver, kind) for kind in ("edge", "node")} | {kind: visible(driver, f"edge.{kind}") for kind in ("fresh", "altered", "lost")}
        check(f"step {step + 1} shows {wanted}, not {found}", wanted == found)
        told = driver.find_elements(By.CSS_SELECTOR, "#page-evidence .news button")
        check(f"step {step + 1} tells what is new in words", (wanted["fresh"] + wanted["altered"] + wanted["lost"] > 0) == bool(told))
        badges = driver.execute_script("return Array.from(document.querySelectorAll('.badge text'), (t) => t.textContent)")
        check(f"step {step + 1} marks what is new", all(badges.count(sign) >= wanted[kind] for sign, kind in (("±", "altered"), ("−", "lost"))))
        check(f"the day of step {step + 1} is named", steps[step]["day"] in driver.find_element(By.ID, "page-day").text)
        if screenshot and step == len(steps) // 2:
            driver.save_screenshot(screenshot)
    told = driver.find_elements(By.CSS_SELECTOR, "#page-evidence .news button")
    check("the last step tells something", bool(told))
    told[0].click()
    check("what is told leads to its evidence", bool(driver.find_elements(By.CSS_SELECTOR, "#page-evidence .said")))
    driver.find_element(By.ID, "page-earlier").click()
    check("a button goes back", f"step {len(steps) - 1} of" in driver.find_element(By.ID, "page-day").text)
    published = {index: document.get("published") or "" for index, document in enumerate(data["documents"])}
    slide(driver, 0)
    for edge in data["edges"]:
        element = edge["variants"][0]["elements"][0]
        if not driver.execute_script("return document.getElementById(arguments[0]).classList.contains('gone')", element):
            click(driver, element)
            said = len(driver.find_elements(By.CSS_SELECTOR, "#page-evidence .said"))
            known = [s for r in edge["relations"] if r["known"][0] for s in r["statements"] if published[s["document"]] <= steps[0]["day"]]
            check("no step tells what only later articles say", said == len(known))
    driver.find_element(By.ID, "page-play").click()
    WebDriverWait(driver, 3 * len(steps) + 5).until(lambda d: f"step {len(steps)} of" in d.find_element(By.ID, "page-day").text)
    WebDriverWait(driver, 5).until(lambda d: d.find_element(By.ID, "page-play").text == "Play")


def main() -> None:
    page = Path(sys.argv[1]).resolve()
    options = webdriver.ChromeOptions()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1600,1000"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        driver.get(page.as_uri())
        data = json.loads(driver.execute_script("return document.getElementById('page-data').textContent"))
        check("there are nodes and edges", len(data["nodes"]) > 5 and len(data["edges"]) > 5)
        (check_growth if data.get("steps") else check_page)(driver, data, sys.argv[2] if len(sys.argv) > 2 else None)
        said = [entry for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        check(f"the console is silent, but says {said}", not said)
    finally:
        driver.quit()
    print(f"{page.name}: a page of {len(data['nodes'])} entities and {len(data['edges'])} lines does what it should")


main()
