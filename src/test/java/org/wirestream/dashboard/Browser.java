package org.wirestream.dashboard;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that looks at the page. */
final class Browser implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(30);
    /** Warns of each Chromium newer than Selenium; kept here so that its level stays. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium.devtools");

    private final ChromeDriver driver;
    private final String address;
    private final Path downloads;

    /** @param address where the dashboard is, without a slash at the end */
    Browser(String address) {
        this.address = address;
        downloads = temporary();
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(executable("chromium").orElseThrow().toFile());
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=zh-CN");
        options.addArguments("--force-prefers-reduced-motion", "--no-first-run", "--disable-background-networking");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(executable("chromedriver").orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        wide();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("wirestream-downloads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this machine has a Chromium and its driver. */
    static boolean installed() {
        return executable("chromium").isPresent() && executable("chromedriver").isPresent();
    }

    private static Optional<Path> executable(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void wide() {
        driver.manage().window().setSize(new Dimension(1280, 900));
    }

    void narrow() {
        driver.manage().window().setSize(new Dimension(390, 844));
    }

    /** Opens an address of the page and waits until something is shown. */
    void open(String path) {
        driver.get(address + path);
        await("document.querySelector('main h1') && !document.querySelector('main .waiting')");
    }

    void reload() {
        driver.navigate().refresh();
        await("document.querySelector('main h1') && !document.querySelector('main .waiting')");
    }

    void back() {
        driver.navigate().back();
    }

    /** What the reader has chosen, as the page keeps it. */
    void choose(String language, String theme) {
        driver.get(address + "/livez");
        script(
                "localStorage.setItem('wirestream', JSON.stringify({language: arguments[0], theme: arguments[1]}))",
                language,
                theme);
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The value of an expression. */
    Object value(String expression, Object... arguments) {
        return script("return " + expression, arguments);
    }

    /** Waits until an expression is true. */
    void await(String expression, Object... arguments) {
        new WebDriverWait(driver, WAIT, Duration.ofMillis(100))
                .withMessage(() -> expression + "\non " + driver.getCurrentUrl() + " which shows\n"
                        + value("document.body.innerText"))
                .until(ignored -> Boolean.TRUE.equals(value("Boolean(" + expression + ")", arguments)));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The texts of all elements that match, as they are shown. */
    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Presses a key where the focus is. */
    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** The keys of the page's messages in a language. */
    @SuppressWarnings("unchecked")
    List<String> messageKeys(String language) {
        return (List<String>) driver.executeAsyncScript(
                "const done = arguments[1];"
                        + "import(`/js/messages/${arguments[0]}.js`).then((module) => done(Object.keys(module.default).sort()))",
                language);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** The text of a file that the page saves. */
    String downloaded(String name) throws Exception {
        Path file = downloads.resolve(name);
        Newsroom.await(name, () -> Files.exists(file));
        return Files.readString(file);
    }

    /** Errors and violations of the Content-Security-Policy that the browser has logged since the last call. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What axe-core finds wrong in what is shown, of impact serious or critical: rule and element. */
    @SuppressWarnings("unchecked")
    List<String> accessibilityViolations() {
        script(axe());
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {resultTypes: ['violations']}).then((results) => done(results.violations
                  .filter((one) => ['serious', 'critical'].includes(one.impact))
                  .flatMap((one) => one.nodes.map((node) => `${one.id} ${node.html} ${node.failureSummary}`))));
                """);
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.list(downloads)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(downloads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
