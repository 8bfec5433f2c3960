#!/usr/bin/env python3
"""Uses a page that `entitygraph render -o page.html` wrote, in headless Chromium, as a reader would.

validate-page.py PAGE [SCREENSHOT]: fails if the console says anything, if search, slider, filters or evidence do not do what they should, or
if the page's title, which is a script, was run. Needs selenium, Chromium and its driver.
"""

import json
import shutil
import sys
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


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
        if len(sys.argv) > 2:
            driver.save_screenshot(sys.argv[2])
        said = [entry for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        check(f"the console is silent, but says {said}", not said)
    finally:
        driver.quit()
    print(f"a page of {len(data['nodes'])} entities and {len(data['edges'])} lines does what it should")


main()
