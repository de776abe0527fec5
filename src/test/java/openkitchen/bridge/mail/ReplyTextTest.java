package openkitchen.bridge.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

    private static final String ANSWER = "Да, оставляем как есть.\n\nСпасибо!";

    /** Replies to the same letter, as mail programs write them; all of them say {@link #ANSWER}. */
    static List<String> replies() {
        return List.of(
                // Gmail, English
                ANSWER + """


                        On Mon, Nov 24, 2026 at 10:00 AM Kitchen <kitchen+abc@agency.example> wrote:

                        > Darya answers your question
                        >
                        > The texts are ready.
                        """,
                // Gmail, English, the line broken in two
                ANSWER + """


                        On Tue, 24 Nov 2026 at 10:00, Open Kitchen of the Agency with a Long Name <
                        kitchen+abcdefgh@agency.example> wrote:

                        > Darya answers your question
                        """,
                // Gmail, Russian
                ANSWER + """


                        пн, 24 нояб. 2026 г. в 10:00, Общая кухня <kitchen+abc@agency.example>:

                        > Дарья отвечает на ваш вопрос
                        > Тексты готовы.
                        """,
                ANSWER + """


                        вт, 24 нояб. 2026 г., 10:00 Общая кухня <kitchen+abc@agency.example>:

                        > Дарья отвечает на ваш вопрос
                        """,
                // Outlook, English
                ANSWER + """


                        -----Original Message-----
                        From: Kitchen <kitchen+abc@agency.example>
                        Sent: Monday, November 24, 2026 10:00 AM
                        To: client@shop.example
                        Subject: Titles

                        Darya answers your question
                        """,
                // Outlook, Russian
                ANSWER + """


                        -----Исходное сообщение-----
                        От: Общая кухня <kitchen+abc@agency.example>
                        Отправлено: 24 ноября 2026 г. 10:00
                        Кому: client@shop.example
                        Тема: Заголовки

                        Дарья отвечает на ваш вопрос
                        """,
                // Outlook for Windows of today, without a line
                ANSWER + """


                        From: Kitchen <kitchen+abc@agency.example>
                        Date: Monday, 24 November 2026 at 10:00
                        To: client@shop.example <client@shop.example>
                        Subject: Titles

                        Darya answers your question
                        """,
                ANSWER + """


                        От: Общая кухня <kitchen+abc@agency.example>
                        Дата: понедельник, 24 ноября 2026 г., 10:00
                        Кому: client@shop.example
                        Тема: Заголовки
                        Дарья отвечает на ваш вопрос
                        """,
                // Outlook on the web
                ANSWER + """


                        ________________________________
                        From: Kitchen <kitchen+abc@agency.example>
                        Sent: Monday, November 24, 2026 10:00:00 AM
                        To: client@shop.example
                        Subject: Titles

                        Darya answers your question
                        """,
                // Outlook on a phone
                ANSWER + """


                        Get Outlook for iOS<https://aka.ms/o0ukef>
                        ________________________________
                        From: Kitchen <kitchen+abc@agency.example>
                        """,
                // Apple Mail, English
                ANSWER + """


                        > On 24 Nov 2026, at 10:00, Kitchen <kitchen+abc@agency.example> wrote:
                        >
                        > Darya answers your question
                        """,
                ANSWER + """


                        On Nov 24, 2026, at 10:00 AM, Kitchen <kitchen+abc@agency.example> wrote:

                        Darya answers your question
                        """,
                // Apple Mail, Russian
                ANSWER + """


                        > 24 нояб. 2026 г., в 10:00, Общая кухня <kitchen+abc@agency.example> написал(а):
                        >
                        > Дарья отвечает на ваш вопрос
                        """,
                ANSWER + """


                        24 ноября 2026 г., в 10:00, Общая кухня <kitchen+abc@agency.example> написал(а):

                        Дарья отвечает на ваш вопрос
                        """,
                // iPhone
                ANSWER + """


                        Sent from my iPhone

                        > On 24 Nov 2026, at 10:00, Kitchen <kitchen+abc@agency.example> wrote:
                        >
                        > Darya answers
                        """,
                ANSWER + """


                        Отправлено с iPhone

                        > 24 нояб. 2026 г., в 10:00, Общая кухня <kitchen+abc@agency.example> написал(а):
                        """,
                // Yandex
                ANSWER + """


                        24.11.2026, 10:00, "Общая кухня" <kitchen+abc@agency.example>:

                        Дарья отвечает на ваш вопрос
                        """,
                ANSWER + """


                        24.11.2026, 10:00, "Общая кухня" <kitchen+abc@agency.example>:
                        > Дарья отвечает на ваш вопрос
                        --\u0020
                        С уважением,
                        Иван
                        """,
                ANSWER + """

                        --\u0020
                        Отправлено из мобильного приложения Яндекс Почты

                        24.11.2026, 10:00, Общая кухня <kitchen+abc@agency.example>:
                        """,
                // Mail.ru
                ANSWER + """


                        Понедельник, 24 ноября 2026, 10:00 +03:00 от Общая кухня <kitchen+abc@agency.example>:
                        \u00a0
                        Дарья отвечает на ваш вопрос
                        """,
                ANSWER + """

                        --
                        Иван Петров
                        Отправлено из Почты Mail

                        24 ноября 2026, 10:00 +03:00 от Общая кухня <kitchen+abc@agency.example>:
                        > Дарья отвечает
                        """,
                ANSWER + """


                        Отправлено из мобильной Почты Mail

                        понедельник, 24 ноября 2026 г., 10:00 +0300 от kitchen+abc@agency.example <kitchen+abc@agency.example>:
                        """,
                // Thunderbird
                ANSWER + """


                        On 24/11/2026 10:00, Kitchen wrote:
                        > Darya answers your question
                        """,
                ANSWER + """


                        24.11.2026 10:00, Общая кухня пишет:
                        > Дарья отвечает на ваш вопрос
                        """,
                // forwarded, signed, in Windows' lines
                (ANSWER + "\n\nС уважением,\nИван Петров\nдиректор\n+7 900 000-00-00\n").replace("\n", "\r\n"),
                ANSWER + "\n\nBest regards,\nIvan Petrov\nCEO, Shop\n",
                ANSWER + "\n\n---------- Forwarded message ---------\nFrom: Somebody <a@b.example>\n",
                // below the quote
                """
                        On Mon, Nov 24, 2026 at 10:00 AM Kitchen <kitchen+abc@agency.example> wrote:

                        > Darya answers your question
                        > The texts are ready.

                        """ + ANSWER,
                ANSWER);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void onlyWhatTheyWroteThemselvesIsKept(String mail) {
        assertThat(ReplyText.of(mail)).isEqualTo(ANSWER);
    }

    @Test
    void whatIsWrittenBetweenTheQuotedLinesIsKept() {
        assertThat(ReplyText.of("""
                Answers below.

                On Mon, Nov 24, 2026 at 10:00 AM Kitchen <kitchen+abc@agency.example> wrote:

                > Is the title right?

                Yes.

                > And the price?

                No, 100.
                """)).isEqualTo("Answers below.\n\nYes.\n\nNo, 100.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday at 10:00 we start: is that fine?",
                "В 10:00 созвон, вот что обсудим:\n- цены\n- сроки",
                "From: Moscow\nto Tver, please.",
                "С уважением отношусь к вашей работе, но цены неверные.",
                "24.11 проверил, всё хорошо.",
                "Ставим цену 5 > 3? Да.",
                "Вот текст:\n\n# Заголовок\n\n- раз\n- два\n\n---\n\nконец"
            })
    void whatOnlyLooksLikeAQuoteOrASignatureStays(String text) {
        assertThat(ReplyText.of(text)).isEqualTo(text);
    }

    @Test
    void aReplyWithoutWordsIsEmpty() {
        assertThat(ReplyText.of("""

                On Mon, Nov 24, 2026 at 10:00 AM Kitchen <kitchen+abc@agency.example> wrote:

                > Darya answers your question
                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Не то",
                "не то, что я спрашивал",
                "Это не то, что я спрашивала. Мне нужны цены.",
                "Не то! Я про каталог",
                "«Не то»",
                "Не об этом. Вопрос был про сроки",
                "Я спрашивал о другом: когда запуск?",
                "Это не ответ на мой вопрос.",
                "Not what I asked",
                "not what I asked, I meant the prices",
                "That's not what I asked.",
                "This is not what I asked - see above"
            })
    void sayingThatItIsNotWhatWasAskedIsUnderstood(String text) {
        assertThat(ReplyText.notWhatWasAsked(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Не то чтобы я против, но давайте позже",
                "Не то, чтобы я против",
                "Не только это",
                "Спасибо, то что нужно",
                "Это то, что я спрашивал",
                "What I asked is answered",
                "Хорошо. Не то чтобы срочно",
                ""
            })
    void otherRepliesDoNotReopen(String text) {
        assertThat(ReplyText.notWhatWasAsked(text)).isFalse();
    }

    @Test
    void htmlAloneIsReadUpToItsQuote() {
        assertThat(HtmlText.of("""
                <html><head><style>p { margin: 0 }</style></head><body><div dir="ltr">Да, <b>оставляем</b>&nbsp;&laquo;как есть&raquo;.<br>Спасибо&#33;</div>
                <ul><li>раз</li><li>два</li></ul>
                <div class="gmail_quote"><div dir="ltr" class="gmail_attr">пн, 24 нояб. 2026 г. в 10:00, Кухня &lt;kitchen@agency.example&gt;:<br></div>
                <blockquote class="gmail_quote">Дарья отвечает</blockquote></div></body></html>
                """)).isEqualTo("Да, оставляем «как есть».\nСпасибо!\n\n- раз\n- два");
        assertThat(HtmlText.of("<p class=MsoNormal>Yes.</p><div id=\"divRplyFwdMsg\"><b>From:</b> Kitchen</div>"))
                .isEqualTo("Yes.");
        assertThat(HtmlText.of("<div>Да</div><blockquote type=\"cite\">Вопрос</blockquote>"))
                .isEqualTo("Да");
    }
}
