# What the bot says of itself and of the conversation. What it answers to questions is zone data.

bot-greeting =
    Hello. I am the digital assistant of this desk. I am a bot, not a person.
    I answer simple questions and prepare reports. You can always ask for a member of staff.
    Write what is going on, or choose below. Please do not give any personal details yet.
bot-person = I want to talk to a person
bot-none-of-these = None of these
bot-yes = Yes
bot-no = No
bot-skip = I don't know

bot-clarify = I am not sure what you mean. Is it about one of these?
bot-rephrase = I do not understand that yet. Can you say it in other words? You can also ask for a person.
bot-nothing-read = I can only read text. Please write in a few words what is going on.

bot-helped = Does this help you?
bot-helped-yes = Yes, thank you
bot-helped-no = No
bot-anything-else = Good. Can I do anything else for you?
bot-more = I have another question
bot-end = No, that was all
bot-ask-away = Please ask your question.
bot-what-is-missing = What else would you like to know? Write it here, or ask for a person.
bot-goodbye = Thank you for your message. I am closing this conversation now. You can always start a new one.

bot-hand-over-requested = I am getting a member of staff. They read what you have written. You do not have to repeat anything.
bot-hand-over-unsure = Sorry, I do not understand you well enough. I am getting a member of staff. They read what you have written.
bot-hand-over-topic = A person can help you with this better than a bot. I am getting somebody. You do not have to repeat anything.
bot-hand-over-sensitive =
    It is good that you tell us this. A member of staff goes on talking with you here. You go first in the queue.
    You decide what you tell. The button at the top takes you away from this page at once.
bot-hand-over-form = Thank you. I have noted everything. A member of staff checks it with you and fills in the rest together with you.

bot-emergency-now = Is this happening now, or is somebody in danger?
bot-emergency-yes = Yes, now
bot-emergency-no = No, not now
bot-not-now = All right, then we go on here.

bot-form-offer = I can already ask the first questions of your report. A member of staff takes over after that. Or do you want a person now?
bot-form-start = Start the questions
bot-form-no = No, thank you
bot-form-intro = All right. I will ask a few short questions. You see your answers in the form and you can always correct them. A person now? Write “person”.
bot-form-moment-again = I cannot find a day in your answer. Write for example “last night”, “Tuesday” or “14 March”.
bot-form-moment-future = That day is still to come. Which day was it?
bot-form-choice-again = That fits none of the answers. Choose one, or choose “I don't know”.
bot-form-yes-no-again = Answer with yes or no, or choose “I don't know”.
bot-form-text-again = That answer does not fit the form. Can you write it shorter and without special signs?

bot-abuse = I am glad to go on helping you. Could you say it without insults? You can also ask for a person.
bot-language-now = I will go on in English.
bot-language-back = I prefer English
bot-foreign = I do not understand your language. A member of staff will help you.
