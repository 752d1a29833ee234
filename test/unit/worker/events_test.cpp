// Which channel a payload is for: it becomes part of an address, so nothing else passes.
#include "worker/events.hpp"

#include <gtest/gtest.h>

using harmony::worker::channel_of;

TEST(Events, AChannelIsAKindAndAUuid) {
  EXPECT_EQ(channel_of(R"({"channel": "vessel.00000000-0000-4000-8000-00000000000a", "event": "x"})"),
            "vessel.00000000-0000-4000-8000-00000000000a");
}

TEST(Events, NothingElseIsOne) {
  for (const char *payload :
       {"", "x", "[]", "{}", R"({"channel": 1})", R"({"channel": ""})", R"({"channel": "vessel.x"})",
        R"({"channel": "vessel"})", R"({"channel": ".00000000-0000-4000-8000-00000000000a"})",
        R"({"channel": "../a.00000000-0000-4000-8000-00000000000a"})",
        R"({"channel": "vessel.00000000-0000-4000-8000-00000000000A"})",
        R"({"channel": "vessel.00000000-0000-4000-8000-00000000000/"})",
        R"({"channel": "vessel.00000000-0000-4000-8000-00000000000a?x"})"})
    EXPECT_EQ(channel_of(payload), "") << payload;
}
